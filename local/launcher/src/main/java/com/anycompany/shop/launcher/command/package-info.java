/** The subcommands of {@code ./shop}, one class each. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher.command;

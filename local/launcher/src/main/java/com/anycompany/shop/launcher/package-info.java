/** The command line of the shop. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher;

/**
 * The launcher: what {@code ./shop} runs. {@code command} holds the entry point and a class for each subcommand. Below it, each package depends only on those to its right:
 * {@code prepare, image → supervise → app → plan, terminal}.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher;

/** Output for people: aligned lines, coloured where the output is a terminal. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher.terminal;

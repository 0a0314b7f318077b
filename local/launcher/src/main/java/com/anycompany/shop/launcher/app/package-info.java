/** Applications on disk: a runnable jar laid out flat, its start-up archive, and the command line that starts it. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher.app;

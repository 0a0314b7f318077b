/** The console, as files and in a real browser. */
@NullMarked
package com.anycompany.xray.local.console;

import org.jspecify.annotations.NullMarked;

/** Tests of the console's files, its modules and its screens. */
@NullMarked
package com.anycompany.xray.local.console;

import org.jspecify.annotations.NullMarked;

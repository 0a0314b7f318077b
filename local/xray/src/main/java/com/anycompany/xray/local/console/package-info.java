/** The console's static files and their bundling. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.console;

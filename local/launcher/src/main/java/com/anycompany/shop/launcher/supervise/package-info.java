/** Starts the parts' processes, watches them, restarts those that end, and stops them. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher.supervise;

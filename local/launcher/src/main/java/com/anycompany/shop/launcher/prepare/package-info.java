/** What is done once before the parts start: free ports are checked, jars laid out, start-up archives trained. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher.prepare;

/** Groups: named filter expressions, and which traces are in them. Knows no server. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.group;

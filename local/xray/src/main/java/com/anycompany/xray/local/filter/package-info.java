/** The seam at which filter expressions plug into searches. Plain Java. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.filter;

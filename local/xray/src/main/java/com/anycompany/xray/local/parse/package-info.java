/** Segment documents: read from JSON by the table of document fields, and validated. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.parse;

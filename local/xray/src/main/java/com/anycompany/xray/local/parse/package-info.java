/** Segment documents: read from JSON and validated. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.parse;

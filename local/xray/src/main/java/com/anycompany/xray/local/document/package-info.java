/** Segment documents and spans in the form in which the X-Ray API returns them. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.document;

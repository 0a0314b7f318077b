/** The model of segments and subsegments, and the table of their fields in documents. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.segment;

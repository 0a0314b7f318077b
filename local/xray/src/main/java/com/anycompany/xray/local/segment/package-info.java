/** Segment documents: parsed, validated, assembled into traces, and the segments that can be inferred from them. Plain Java and Jackson's tokens. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.segment;

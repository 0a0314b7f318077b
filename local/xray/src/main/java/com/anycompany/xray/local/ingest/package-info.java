/** How documents get in: UDP datagrams and PutTraceSegments, counted, with every rejection kept for the reader. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.ingest;

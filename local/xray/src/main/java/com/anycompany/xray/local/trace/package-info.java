/** Traces: assembled from documents, with inferred segments and summaries. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.trace;

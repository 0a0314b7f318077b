/** Service graphs, updated incrementally as traces are added, changed and evicted. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.graph;

/** The service graph, kept up to date as traces come, change and leave. Plain Java. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.graph;

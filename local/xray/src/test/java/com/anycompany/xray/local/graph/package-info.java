/** The service graph. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.graph;

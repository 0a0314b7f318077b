/** The traces that were received: bounded by bytes and time, indexed for the questions the API asks. Plain Java. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.store;

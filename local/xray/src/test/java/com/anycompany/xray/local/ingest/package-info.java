/** The UDP port. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.ingest;

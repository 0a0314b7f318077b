/** Spans as documents. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.logs;

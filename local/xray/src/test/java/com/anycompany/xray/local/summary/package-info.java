/** Summaries and root causes. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.summary;

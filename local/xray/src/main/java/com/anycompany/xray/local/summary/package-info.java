/** What GetTraceSummaries says about one trace, root causes included. Plain Java. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.summary;

/** What nobody should send, and what comes of it. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.robustness;

/** Sampling rules, and the quotas handed to the clients that follow them. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.sampling;

/**
 * Sampling rules, and the quotas handed to the clients that follow them.
 *
 * <p>Decision: docs/adr/005-local-default-sampling.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.sampling;

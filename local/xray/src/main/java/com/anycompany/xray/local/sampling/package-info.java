/**
 * Sampling rules, reservoir quotas and sampling statistics.
 *
 * <p>Decision: docs/adr/005-local-default-sampling.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.sampling;

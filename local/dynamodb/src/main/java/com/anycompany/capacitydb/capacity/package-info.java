/**
 * Capacity units: what operations consume, and the buckets that limit it.
 *
 * <p>Decision: docs/adr/006-capacity-guard.md.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.capacity;

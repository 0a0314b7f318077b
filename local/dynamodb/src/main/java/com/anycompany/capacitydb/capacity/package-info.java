/** Capacity units: what operations consume, and the buckets that limit it. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.capacity;

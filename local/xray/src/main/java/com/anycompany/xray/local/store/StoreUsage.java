package com.anycompany.xray.local.store;

/**
 * How full the store is.
 *
 * @param evicted the traces that had to leave since the start, for want of room or by age
 */
public record StoreUsage(long bytes, long maxBytes, int traces, long documents, long evicted) {}

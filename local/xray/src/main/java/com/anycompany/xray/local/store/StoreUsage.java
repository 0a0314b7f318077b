package com.anycompany.xray.local.store;

/**
 * Usage of the store.
 *
 * @param evicted the traces that had to leave since the start, for want of room or by age
 * @param disk what becomes of the documents when the process ends
 */
public record StoreUsage(long bytes, long maxBytes, int traces, long documents, long evicted, DataFolder.State disk) {}

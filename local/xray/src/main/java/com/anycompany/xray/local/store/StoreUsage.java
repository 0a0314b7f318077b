package com.anycompany.xray.local.store;

import org.jspecify.annotations.Nullable;

/**
 * Usage of the store.
 *
 * @param newestMillis when the newest trace began, in milliseconds since the epoch; null without traces
 * @param evicted the traces that had to leave since the start, for want of room or by age
 * @param disk what becomes of the documents when the process ends
 * @param found the documents that the folder contained at the start
 * @param restoring how many of them, and of those received meanwhile, aren't in any answer yet
 * @param damages how many stretches of the folder's files were damaged at the start; their documents are left out
 */
public record StoreUsage(
        long bytes,
        long maxBytes,
        int traces,
        @Nullable Long newestMillis,
        long documents,
        long evicted,
        DataFolder.State disk,
        long found,
        long restoring,
        long damages) {}

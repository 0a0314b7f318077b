package com.anycompany.xray.local.store;

import java.time.Duration;

/** Bounds of the store: how much is kept, and for how long. */
public record StoreOptions(long maxBytes, Duration retention) {

    private static final long DEFAULT_BYTES = 512L << 20;
    private static final long JVM_BYTES = 24L << 20;
    private static final long LEAST_BYTES = 4L << 20;

    public StoreOptions {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "xray.store.max-bytes is " + maxBytes + "; give at least " + LEAST_BYTES + " (4 MB)");
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("xray.store.retention must be positive, for example PT24H");
        }
    }

    /** 512 MB, but never more than half of what this JVM may use beyond what it needs for itself. */
    public static long defaultBytes() {
        long rest = Runtime.getRuntime().maxMemory() - JVM_BYTES;
        return Math.max(LEAST_BYTES, Math.min(DEFAULT_BYTES, rest / 2));
    }
}

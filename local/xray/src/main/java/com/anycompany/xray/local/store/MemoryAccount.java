package com.anycompany.xray.local.store;

/**
 * Memory account: the sum of what the traces occupy beside their documents, so that the bound on bytes needs no
 * counting.
 */
final class MemoryAccount {

    private long bytes;
    private long pending;

    void add(StoredTrace trace) {
        bytes += trace.bytes();
        pending += trace.pendingBytes();
    }

    void subtract(StoredTrace trace) {
        bytes -= trace.bytes();
        pending -= trace.pendingBytes();
    }

    /** Runs something that changes what a trace occupies. */
    void change(StoredTrace trace, Runnable change) {
        subtract(trace);
        try {
            change.run();
        } finally {
            add(trace);
        }
    }

    /** The length of the documents that wait for aggregation. */
    long pendingBytes() {
        return pending;
    }

    long bytes() {
        return bytes;
    }
}

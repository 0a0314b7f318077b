package com.anycompany.xray.local.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory budget of the bodies that are being received or answered: without it, a few hundred connections with large bodies
 * would fill the heap.
 *
 * <p>Decision: docs/adr/046-bounded-requests.md.
 */
final class BodyMemory {

    private static final int HEAP_SHARE = 8;

    private final long most;
    private final AtomicLong reserved = new AtomicLong();

    BodyMemory(long most) {
        this.most = most;
    }

    /** An eighth of the heap, and at least one body of the largest size. */
    static BodyMemory ofHeap() {
        return new BodyMemory(
                Math.max(Endpoint.MAX_BODY_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
    }

    /** Returns whether there was room. */
    boolean reserve(int bytes) {
        if (reserved.addAndGet(bytes) > most) {
            reserved.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void release(int bytes) {
        reserved.addAndGet(-bytes);
    }
}

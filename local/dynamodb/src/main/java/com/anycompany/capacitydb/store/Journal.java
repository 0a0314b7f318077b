package com.anycompany.capacitydb.store;

import java.util.List;

/** Makes changes durable. */
interface Journal extends AutoCloseable {

    /** Returns when the changes outlive the process; throws if they can't, and then none of them does. */
    void append(List<Change> changes);

    /** Returns when what was appended before outlives a power cut, if that is wanted; not called under the write lock. */
    default void awaitDurable() {
        // Most journals don't offer that.
    }

    @Override
    void close();

    /** Keeps nothing. */
    static Journal none() {
        return new Journal() {
            @Override
            public void append(List<Change> changes) {
                // In memory, nothing outlives the process.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}

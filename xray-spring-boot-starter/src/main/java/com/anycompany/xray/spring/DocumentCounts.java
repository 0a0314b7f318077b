package com.anycompany.xray.spring;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counters of sent and dropped documents. A burst of drops is logged once. */
final class DocumentCounts {

    /** Why a document isn't sent. */
    enum DropReason {
        QUEUE_FULL("the queue is full (xray.max-queued)"),
        TOO_LARGE("it doesn't fit into a datagram of 63 KB"),
        SEND_FAILED("the socket refused it");

        private final String text;

        DropReason(String text) {
            this.text = text;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(DocumentCounts.class);

    /** Drops that follow each other within this time are one burst. */
    private static final long BURST_NANOS = Duration.ofSeconds(30).toNanos();

    private final LongAdder sent = new LongAdder();
    private final AtomicLongArray dropped = new AtomicLongArray(DropReason.values().length);
    private final AtomicLong lastDrop = new AtomicLong(System.nanoTime() - BURST_NANOS);

    void sent() {
        sent.increment();
    }

    /** Counts a document that is lost, and logs it if it is the first of a burst. */
    void dropped(DropReason reason, String detail) {
        dropped.incrementAndGet(reason.ordinal());
        long now = System.nanoTime();
        long before = lastDrop.getAndSet(now);
        if (now - before >= BURST_NANOS) {
            log.warn(
                    "An X-Ray document is dropped, since {}: {}. More are counted in xray.documents.dropped; {} so far",
                    reason.text,
                    detail,
                    dropped());
        }
    }

    long sentSoFar() {
        return sent.sum();
    }

    long droppedBecause(DropReason reason) {
        return dropped.get(reason.ordinal());
    }

    private long dropped() {
        return Arrays.stream(DropReason.values())
                .mapToLong(this::droppedBecause)
                .sum();
    }
}

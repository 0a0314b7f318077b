package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.parse.InvalidDocument;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * What became of every document: {@code received = stored + duplicate + rejected + dropped}, once the queue is empty.
 * A datagram that the operating system discarded before it could be read is none of them; where the system tells how many
 * there were, they are {@link #lost}.
 */
public final class IngestCounters {

    /** Why a document that nothing is wrong with isn't stored. */
    public enum Drop {
        /** A datagram that came while too many waited. */
        QUEUE_FULL,
        /** A defect of X-Ray Local: its log says more. */
        STORE_FAILED
    }

    /** Why a document was refused: a code of the service, or a datagram without a valid header. */
    public static final String BAD_HEADER = "BadHeader";

    private final LongAdder received = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder duplicate = new LongAdder();
    private final LongAdder badHeader = new LongAdder();
    private final Map<InvalidDocument.Code, LongAdder> rejected = new EnumMap<>(InvalidDocument.Code.class);
    private final Map<Drop, LongAdder> dropped = new EnumMap<>(Drop.class);

    private volatile LongSupplier lost = () -> 0;

    public IngestCounters() {
        for (InvalidDocument.Code code : InvalidDocument.Code.values()) {
            rejected.put(code, new LongAdder());
        }
        for (Drop reason : Drop.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    void received(int documents) {
        received.add(documents);
    }

    void stored(int documents) {
        stored.add(documents);
    }

    void duplicate(int documents) {
        duplicate.add(documents);
    }

    void rejected(InvalidDocument.Code code) {
        rejected.getOrDefault(code, badHeader).increment();
    }

    void badHeader() {
        badHeader.increment();
    }

    void drop(Drop reason, int documents) {
        dropped.getOrDefault(reason, badHeader).add(documents);
    }

    /** @param count tells how many datagrams the system has discarded so far */
    void countLost(LongSupplier count) {
        lost = count;
    }

    /** Datagrams that were discarded before they could be received, as far as the operating system tells. */
    public long lost() {
        return lost.getAsLong();
    }

    public long received() {
        return received.sum();
    }

    public long stored() {
        return stored.sum();
    }

    /** Later copies of a document that was already complete: accepted and ignored, as X-Ray does. */
    public long duplicate() {
        return duplicate.sum();
    }

    public long rejected() {
        return badHeader.sum()
                + rejected.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public long rejected(String reason) {
        return reason.equals(BAD_HEADER)
                ? badHeader.sum()
                : rejected.getOrDefault(InvalidDocument.Code.valueOf(reason), badHeader)
                        .sum();
    }

    public long dropped() {
        return dropped.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public long dropped(Drop reason) {
        return dropped.getOrDefault(reason, badHeader).sum();
    }
}

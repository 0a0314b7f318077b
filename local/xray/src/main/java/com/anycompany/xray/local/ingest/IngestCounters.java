package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.parse.InvalidDocument;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counters of documents by what became of them: {@code received = stored + duplicate + rejected + dropped}, once the
 * queue is empty. A datagram that the operating system discarded before it could be received isn't counted in these; on
 * systems that tell their number, it is {@link #lost}.
 */
public final class IngestCounters {

    /** Reasons for which a valid document isn't stored. */
    public enum Drop {
        /** The datagram was received while the queue was full. */
        QUEUE_FULL,
        /** A defect of X-Ray Local; the log has the exception. */
        STORE_FAILED
    }

    /** The reason for rejecting a datagram without a valid header; the other reasons are the codes of the service. */
    public static final String BAD_HEADER = "BadHeader";

    private final LongAdder received = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder duplicate = new LongAdder();
    private final LongAdder badHeader = new LongAdder();
    private final Map<InvalidDocument.Code, LongAdder> rejected = adders(InvalidDocument.Code.class);
    private final Map<Drop, LongAdder> dropped = adders(Drop.class);

    private volatile LongSupplier lost = () -> 0;

    /** One for each constant. */
    private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> constants) {
        Map<E, LongAdder> adders = new EnumMap<>(constants);
        for (E constant : constants.getEnumConstants()) {
            adders.put(constant, new LongAdder());
        }
        return adders;
    }

    private static <E extends Enum<E>> LongAdder adder(Map<E, LongAdder> adders, E constant) {
        return Objects.requireNonNull(adders.get(constant));
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
        adder(rejected, code).increment();
    }

    void badHeader() {
        badHeader.increment();
    }

    void drop(Drop reason, int documents) {
        adder(dropped, reason).add(documents);
    }

    /** @param count tells how many datagrams the system has discarded so far */
    void countLost(LongSupplier count) {
        lost = count;
    }

    /** How many datagrams the operating system discarded before they could be received, as far as it tells. */
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
                : adder(rejected, InvalidDocument.Code.valueOf(reason)).sum();
    }

    public long dropped() {
        return dropped.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public long dropped(Drop reason) {
        return adder(dropped, reason).sum();
    }
}

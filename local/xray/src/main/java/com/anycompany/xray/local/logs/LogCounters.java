package com.anycompany.xray.local.logs;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counters of log records by what became of them: {@code received = stored + rejected + dropped}. */
public final class LogCounters {

    /** Reasons for which a valid record isn't stored. */
    public enum Drop {
        /** It belongs to no trace. */
        WITHOUT_TRACE,
        /** A defect of X-Ray Local; the log has the exception. */
        STORE_FAILED
    }

    private final LongAdder received = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final Map<Drop, LongAdder> dropped = new EnumMap<>(Drop.class);

    public LogCounters() {
        for (Drop reason : Drop.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    public void received(int records) {
        received.add(records);
    }

    public void stored(int records) {
        stored.add(records);
    }

    public void rejected(int records) {
        rejected.add(records);
    }

    public void drop(Drop reason, int records) {
        adder(reason).add(records);
    }

    private LongAdder adder(Drop reason) {
        return Objects.requireNonNull(dropped.get(reason));
    }

    public long received() {
        return received.sum();
    }

    public long stored() {
        return stored.sum();
    }

    public long rejected() {
        return rejected.sum();
    }

    public long dropped() {
        return dropped.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public long dropped(Drop reason) {
        return adder(reason).sum();
    }
}

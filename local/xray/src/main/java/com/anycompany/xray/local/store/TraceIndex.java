package com.anycompany.xray.local.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the traces of a stretch of time, newest first, by each of the times the API can ask for. */
final class TraceIndex {

    private final Map<TraceOrder, NavigableMap<Cursor, StoredTrace>> orders = new EnumMap<>(TraceOrder.class);

    /** Files a trace under the times it has now; {@link #remove} needs the same ones. */
    void add(StoredTrace trace) {
        for (TraceOrder order : TraceOrder.values()) {
            order(order).put(order.position(trace), trace);
        }
    }

    void remove(StoredTrace trace) {
        for (TraceOrder order : TraceOrder.values()) {
            order(order).remove(order.position(trace));
        }
    }

    /** At most {@code limit} traces with a time in {@code [from, until)} that come after {@code after}. */
    List<StoredTrace> newestFirst(TraceOrder by, long from, long until, @Nullable Cursor after, int limit) {
        Cursor bound = new Cursor(until, Long.MIN_VALUE);
        Cursor before = after == null || after.compareTo(bound) > 0 ? bound : after;
        Cursor first = new Cursor(from, Long.MIN_VALUE);
        if (first.compareTo(before) >= 0) {
            return List.of();
        }
        List<StoredTrace> found = new ArrayList<>();
        for (StoredTrace trace :
                order(by).subMap(first, true, before, false).descendingMap().values()) {
            if (found.size() == limit) {
                break;
            }
            found.add(trace);
        }
        return found;
    }

    private NavigableMap<Cursor, StoredTrace> order(TraceOrder by) {
        return orders.computeIfAbsent(by, order -> new TreeMap<>());
    }
}

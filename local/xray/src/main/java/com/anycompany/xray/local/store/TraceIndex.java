package com.anycompany.xray.local.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Index of the traces by each of the times that the API can ask for, newest first, and by terms. */
final class TraceIndex {

    /** A term that fewer than one trace in so many has is worth looking up by. */
    private static final int RARE = 8;

    private final Map<TraceOrder, TimeOrder> orders = new EnumMap<>(TraceOrder.class);
    private final TermIndex terms = new TermIndex();

    /** Files a trace under the times it has now; {@link #remove} needs the same ones. */
    void add(StoredTrace trace) {
        for (TraceOrder order : TraceOrder.values()) {
            order(order).add(order.millis(trace), trace);
        }
        terms.add(trace);
    }

    void remove(StoredTrace trace) {
        for (TraceOrder order : TraceOrder.values()) {
            order(order).remove(order.millis(trace), trace);
        }
        terms.remove(trace);
    }

    /**
     * At most {@code limit} traces with a time in {@code [from, until)}, and with the terms, that come after {@code
     * after}.
     */
    List<StoredTrace> newestFirst(
            TraceOrder by, long from, long until, @Nullable Cursor after, Set<Term> required, int limit) {
        Cursor bound = new Cursor(until, Long.MIN_VALUE);
        Cursor before = after == null || after.compareTo(bound) > 0 ? bound : after;
        Cursor first = new Cursor(from, Long.MIN_VALUE);
        List<Posting> postings = terms.rarestFirst(required);
        if (first.compareTo(before) >= 0 || postings == null) {
            return List.of();
        }
        boolean rare = !postings.isEmpty() && postings.get(0).size() < order(by).size() / RARE;
        return rare
                ? amongRarest(by, first, before, postings, limit)
                : amongAll(order(by), first, before, postings, limit);
    }

    private static List<StoredTrace> amongAll(
            TimeOrder order, Cursor first, Cursor before, List<Posting> postings, int limit) {
        List<StoredTrace> found = new ArrayList<>();
        if (limit > 0) {
            order.newestFirst(first, before, trace -> {
                if (hasAll(trace, postings)) {
                    found.add(trace);
                }
                return found.size() < limit;
            });
        }
        return found;
    }

    private static List<StoredTrace> amongRarest(
            TraceOrder by, Cursor first, Cursor before, List<Posting> postings, int limit) {
        NavigableMap<Cursor, StoredTrace> found = new TreeMap<>();
        postings.get(0).forEach(trace -> {
            Cursor position = by.position(trace);
            boolean wanted = position.compareTo(first) >= 0
                    && position.compareTo(before) < 0
                    && (found.size() < limit || position.compareTo(found.firstKey()) > 0)
                    && hasAll(trace, postings);
            if (wanted) {
                found.put(position, trace);
                if (found.size() > limit) {
                    found.pollFirstEntry();
                }
            }
        });
        return List.copyOf(found.descendingMap().values());
    }

    private static boolean hasAll(StoredTrace trace, List<Posting> postings) {
        for (Posting posting : postings) {
            if (!posting.contains(trace)) {
                return false;
            }
        }
        return true;
    }

    private TimeOrder order(TraceOrder by) {
        return orders.computeIfAbsent(by, order -> new TimeOrder());
    }
}

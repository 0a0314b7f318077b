package com.anycompany.xray.local.store;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Posting list: the traces with one term, by their numbers. Traces are mostly added at the end and removed at the
 * beginning, which is cheap.
 */
final class Posting {

    private @Nullable StoredTrace[] traces = new @Nullable StoredTrace[2];
    private int first;
    private int end;

    void add(StoredTrace trace) {
        int at = find(trace.number());
        if (at < end && trace == traces[at]) {
            return;
        }
        if (end == traces.length) {
            at -= first;
            compact();
        }
        System.arraycopy(traces, at, traces, at + 1, end - at);
        traces[at] = trace;
        end++;
    }

    private void compact() {
        int size = size();
        @Nullable StoredTrace[] roomy = new @Nullable StoredTrace[Math.max(2, size + size / 2 + 1)];
        System.arraycopy(traces, first, roomy, 0, size);
        traces = roomy;
        first = 0;
        end = size;
    }

    void remove(StoredTrace trace) {
        int at = find(trace.number());
        if (at == end || trace != traces[at]) {
            return;
        }
        if (at == first) {
            traces[first++] = null;
        } else {
            System.arraycopy(traces, at + 1, traces, at, end - at - 1);
            traces[--end] = null;
        }
    }

    boolean contains(StoredTrace trace) {
        int at = find(trace.number());
        return at < end && trace == traces[at];
    }

    /** Where the number stands, or would stand. */
    private int find(long number) {
        if (first == end || isBefore(end - 1, number)) {
            return end;
        }
        if (!isBefore(first, number)) {
            return first;
        }
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(middle, number)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int place, long number) {
        StoredTrace trace = traces[place];
        return trace != null && trace.number() < number;
    }

    int size() {
        return end - first;
    }

    void forEach(Consumer<StoredTrace> action) {
        for (StoredTrace trace : Arrays.asList(traces).subList(first, end)) {
            if (trace != null) {
                action.accept(trace);
            }
        }
    }
}

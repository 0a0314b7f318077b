package com.anycompany.xray.local.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Ordered set of traces by one of their times and, among equals, by their numbers.
 *
 * <pre>
 * block 0  10:00:01.200 T1, 10:00:01.207 T3, …        block 1  10:00:04.510 T2, …
 * </pre>
 *
 * <p>Sorted blocks in a sorted list: finding a place means halving twice, in arrays of numbers; a tree would follow a
 * pointer for each bit of it, and make two objects for each trace. A full block is halved, a nearly empty one joins its
 * neighbour.
 */
final class TimeOrder {

    private static final int BLOCK = 256;

    private final List<Block> blocks = new ArrayList<>();
    private int size;

    /** A sorted block of the order. Never empty, once it has been filled. */
    private static final class Block {

        private long[] millis = new long[16];
        private @Nullable StoredTrace[] traces = new @Nullable StoredTrace[16];
        private int size;

        /** The first place whose trace doesn't come before the given one; {@code size} if there is none. */
        int find(long time, long number) {
            int low = 0;
            for (int rest = size; rest > 0; ) {
                int half = rest >>> 1;
                boolean before = isBefore(low + half, time, number);
                low = before ? low + half + 1 : low;
                rest = before ? rest - half - 1 : half;
            }
            return low;
        }

        boolean isBefore(int place, long time, long number) {
            return millis[place] < time || millis[place] == time && trace(place).number() < number;
        }

        boolean endsBefore(long time, long number) {
            return isBefore(size - 1, time, number);
        }

        StoredTrace trace(int place) {
            StoredTrace trace = traces[place];
            if (trace == null) {
                throw new IllegalStateException("no trace at " + place + " of " + size);
            }
            return trace;
        }

        void insert(int place, long time, StoredTrace trace) {
            if (size == millis.length) {
                millis = Arrays.copyOf(millis, Math.min(BLOCK, size * 2));
                traces = Arrays.copyOf(traces, millis.length);
            }
            System.arraycopy(millis, place, millis, place + 1, size - place);
            System.arraycopy(traces, place, traces, place + 1, size - place);
            millis[place] = time;
            traces[place] = trace;
            size++;
        }

        void remove(int place) {
            size--;
            System.arraycopy(millis, place + 1, millis, place, size - place);
            System.arraycopy(traces, place + 1, traces, place, size - place);
            traces[size] = null;
        }

        /** What lies behind that place, in a block of its own. */
        Block split(int place) {
            Block rest = new Block();
            rest.millis = Arrays.copyOfRange(millis, place, place + BLOCK);
            rest.traces = Arrays.copyOfRange(traces, place, place + BLOCK);
            rest.size = size - place;
            Arrays.fill(traces, place, size, null);
            size = place;
            return rest;
        }

        void append(Block other) {
            millis = Arrays.copyOf(millis, BLOCK);
            traces = Arrays.copyOf(traces, BLOCK);
            System.arraycopy(other.millis, 0, millis, size, other.size);
            System.arraycopy(other.traces, 0, traces, size, other.size);
            size += other.size;
        }
    }

    void add(long millis, StoredTrace trace) {
        int at = find(millis, trace.number());
        if (at == blocks.size() && at > 0 && blocks.get(at - 1).size < BLOCK) {
            at--;
        } else if (at == blocks.size()) {
            blocks.add(new Block());
        } else if (blocks.get(at).size == BLOCK) {
            blocks.add(at + 1, blocks.get(at).split(BLOCK / 2));
            at = blocks.get(at).endsBefore(millis, trace.number()) ? at + 1 : at;
        }
        Block block = blocks.get(at);
        block.insert(block.find(millis, trace.number()), millis, trace);
        size++;
    }

    /** @param millis as it was when the trace was added */
    void remove(long millis, StoredTrace trace) {
        int at = find(millis, trace.number());
        Block block = at < blocks.size() ? blocks.get(at) : null;
        int place = block == null ? 0 : block.find(millis, trace.number());
        if (block == null || block.trace(place) != trace) {
            throw new IllegalStateException(
                    "trace " + trace.id() + " doesn't stand where its time " + millis + " belongs");
        }
        block.remove(place);
        size--;
        if (block.size == 0) {
            blocks.remove(at);
        } else {
            join(at);
        }
    }

    private void join(int at) {
        Block block = blocks.get(at);
        if (block.size < BLOCK / 4 && at + 1 < blocks.size() && blocks.get(at + 1).size <= BLOCK / 2) {
            block.append(blocks.remove(at + 1));
        }
    }

    /** The first block that doesn't end before the time and number. */
    private int find(long millis, long number) {
        int low = 0;
        int high = blocks.size();
        if (high > 0 && blocks.get(high - 1).endsBefore(millis, number)) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).endsBefore(millis, number)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return size;
    }

    /** Those from {@code first} on and before {@code end}, the last one first, until the visitor returns false. */
    void newestFirst(Cursor first, Cursor end, Predicate<StoredTrace> goesOn) {
        int at = find(end.millis(), end.number());
        int place = at < blocks.size() ? blocks.get(at).find(end.millis(), end.number()) : 0;
        while (true) {
            if (place == 0) {
                if (at == 0) {
                    return;
                }
                place = blocks.get(--at).size;
            }
            place--;
            Block block = blocks.get(at);
            if (block.isBefore(place, first.millis(), first.number()) || !goesOn.test(block.trace(place))) {
                return;
            }
        }
    }
}

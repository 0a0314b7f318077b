package com.anycompany.xray.local.graph;

import java.util.Arrays;

/**
 * Histogram with exact counts per integer value, such as milliseconds; counts can be subtracted.
 *
 * <pre>
 * few values, or far apart:  values 3 17 250         most between 0 and some hundred:  (no values)
 *                            counts 1  4   2                                           counts[3] = 1, counts[17] = 4, …
 * </pre>
 *
 * <p>The dense form needs no search. The form is chosen when the arrays must grow.
 */
final class Histogram {

    private static final int[] NONE = new int[0];

    /** The dense form isn't used for fewer values, because binary search is fast enough. */
    private static final int DENSE_FROM = 24;

    /** The maximum length of the dense array per value; then it needs little more memory than the sparse form. */
    private static final int PLACES = 4;

    /** Sorted; empty in the dense form. */
    private int[] values = new int[2];

    private int[] counts = new int[2];
    private int size;
    private boolean dense;

    /** Consumer of values and their counts. */
    interface Each {
        void take(int value, int count);
    }

    void add(int value, int count) {
        if (dense && !hasPlace(value)) {
            toSparse();
        }
        if (dense) {
            addInPlace(value, count);
        } else {
            addSorted(value, count);
        }
    }

    private boolean hasPlace(int value) {
        if (value >= 0 && value < counts.length) {
            return true;
        }
        boolean near = isNear(value);
        if (near) {
            counts = Arrays.copyOf(counts, value + value / 8 + 1);
        }
        return near;
    }

    /** Whether the dense form may have an index for this value. */
    private boolean isNear(int value) {
        return value >= 0 && size >= DENSE_FROM && value < (long) size * PLACES;
    }

    private void addInPlace(int value, int count) {
        int before = counts[value];
        counts[value] = before + count;
        size += before == 0 ? 1 : 0;
        if (before + count == 0 && --size == 0) {
            toSparse();
        }
    }

    private void addSorted(int value, int count) {
        int at = find(value);
        if (at >= 0) {
            counts[at] += count;
            if (counts[at] == 0) {
                remove(at);
            }
        } else if (size == values.length && becomesDense(Math.max(value, values[size - 1]))) {
            add(value, count);
        } else {
            insert(-at - 1, value, count);
        }
    }

    /** Converts to the dense form, if it may have an index for each value up to this one. */
    private boolean becomesDense(int last) {
        boolean may = isNear(last) && values[0] >= 0;
        if (may) {
            toDense(last);
        }
        return may;
    }

    private void toDense(int last) {
        int[] places = new int[last + last / 8 + 1];
        for (int i = 0; i < size; i++) {
            places[values[i]] = counts[i];
        }
        values = NONE;
        counts = places;
        dense = true;
    }

    private void toSparse() {
        Sorted sorted = new Sorted(size + size / 2 + 2);
        forEach(sorted::add);
        take(sorted);
    }

    private void take(Sorted sorted) {
        values = sorted.values;
        counts = sorted.counts;
        size = sorted.size;
        dense = false;
    }

    /** Tries the greatest and the least value first: seconds are added and removed in ascending order. */
    private int find(int value) {
        if (size > 0 && values[size - 1] == value) {
            return size - 1;
        }
        if (size > 0 && values[0] == value) {
            return 0;
        }
        return Arrays.binarySearch(values, 0, size, value);
    }

    private void insert(int at, int value, int count) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        values[at] = value;
        counts[at] = count;
        size++;
    }

    private void remove(int at) {
        System.arraycopy(values, at + 1, values, at, size - at - 1);
        System.arraycopy(counts, at + 1, counts, at, size - at - 1);
        size--;
    }

    /** Merges in linear time: a graph of an hour adds up thousands of histograms. */
    void addAll(Histogram other) {
        if (dense && other.dense) {
            addPlaces(other);
        } else if (other.size > 0) {
            merge(sorted(), other.sorted());
        }
    }

    private void addPlaces(Histogram other) {
        if (counts.length < other.counts.length) {
            counts = Arrays.copyOf(counts, other.counts.length);
        }
        for (int value = 0; value < other.counts.length; value++) {
            if (other.counts[value] != 0) {
                add(value, other.counts[value]);
            }
        }
    }

    private void merge(Sorted mine, Sorted theirs) {
        Sorted merged = new Sorted(mine.size + theirs.size);
        int i = 0;
        int j = 0;
        while (i < mine.size || j < theirs.size) {
            boolean takeMine = j == theirs.size || i < mine.size && mine.values[i] <= theirs.values[j];
            boolean takeTheirs = i == mine.size || j < theirs.size && theirs.values[j] <= mine.values[i];
            int value = takeMine ? mine.values[i] : theirs.values[j];
            int count = (takeMine ? mine.counts[i++] : 0) + (takeTheirs ? theirs.counts[j++] : 0);
            if (count != 0) {
                merged.add(value, count);
            }
        }
        take(merged);
        if (size > 0) {
            becomesDense(values[size - 1]);
        }
    }

    private Sorted sorted() {
        if (!dense) {
            return new Sorted(values, counts, size);
        }
        Sorted sorted = new Sorted(size);
        forEach(sorted::add);
        return sorted;
    }

    /** Values, ascending, and their counts. */
    private static final class Sorted {

        private final int[] values;
        private final int[] counts;
        private int size;

        Sorted(int capacity) {
            this(new int[capacity], new int[capacity], 0);
        }

        Sorted(int[] values, int[] counts, int size) {
            this.values = values;
            this.counts = counts;
            this.size = size;
        }

        void add(int value, int count) {
            values[size] = value;
            counts[size++] = count;
        }
    }

    /** In ascending order of the values. */
    void forEach(Each each) {
        int places = dense ? counts.length : size;
        for (int i = 0; i < places; i++) {
            if (counts[i] != 0) {
                each.take(dense ? i : values[i], counts[i]);
            }
        }
    }

    /** How many values have a count. */
    int size() {
        return size;
    }

    /** The least value; there must be one. */
    int first() {
        int first = 0;
        while (dense && counts[first] == 0) {
            first++;
        }
        return dense ? first : values[0];
    }

    /** The greatest value; there must be one. */
    int last() {
        int last = counts.length - 1;
        while (dense && counts[last] == 0) {
            last--;
        }
        return dense ? last : values[size - 1];
    }
}

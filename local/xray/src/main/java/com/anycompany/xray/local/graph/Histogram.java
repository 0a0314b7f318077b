package com.anycompany.xray.local.graph;

import java.util.Arrays;

/** Exact counts per whole millisecond (or second), sorted; counts can be taken away again. */
final class Histogram {

    private int[] values = new int[2];
    private int[] counts = new int[2];
    private int size;

    void add(int value, int count) {
        int at = find(value);
        if (at >= 0) {
            counts[at] += count;
            if (counts[at] == 0) {
                remove(at);
            }
        } else {
            insert(-at - 1, value, count);
        }
    }

    /** What is added is often the greatest, and what is taken away the least: seconds come and go in their order. */
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

    /** Merges two sorted lists: a graph over an hour adds up thousands of these. */
    void addAll(Histogram other) {
        if (other.size == 0) {
            return;
        }
        int[] mergedValues = new int[size + other.size];
        int[] mergedCounts = new int[size + other.size];
        int merged = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < size || theirs < other.size) {
            boolean takeMine = theirs == other.size || mine < size && values[mine] <= other.values[theirs];
            boolean takeTheirs = mine == size || theirs < other.size && other.values[theirs] <= values[mine];
            mergedValues[merged] = takeMine ? values[mine] : other.values[theirs];
            mergedCounts[merged] = (takeMine ? counts[mine++] : 0) + (takeTheirs ? other.counts[theirs++] : 0);
            merged += mergedCounts[merged] == 0 ? 0 : 1;
        }
        values = mergedValues;
        counts = mergedCounts;
        size = merged;
    }

    int size() {
        return size;
    }

    int value(int index) {
        return values[index];
    }

    int count(int index) {
        return counts[index];
    }

    int first() {
        return values[0];
    }

    int last() {
        return values[size - 1];
    }

    /** Roughly what it occupies. */
    int bytes() {
        return 72 + values.length * 2 * Integer.BYTES;
    }
}

package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.Outcome;
import java.util.Arrays;

/**
 * What one trace adds to the service graph, kept so that exactly this can be taken away again when the trace changes
 * or leaves. Three longs each: {@code key | second}, {@code micros | outcome}, {@code envelope}.
 */
public final class Observations {

    private static final Observations NONE = new Observations(new long[0], 0);

    private static final int WORDS = 3;
    private final long[] words;
    private long groups;

    private Observations(long[] words, long groups) {
        this.words = words;
        this.groups = groups;
    }

    /** The groups that the trace is in, a bit each. */
    public long groups() {
        return groups;
    }

    /** A group is no more. */
    void leave(int group) {
        groups &= ~(1L << group);
    }

    int size() {
        return words.length / WORDS;
    }

    int key(int index) {
        return (int) (words[index * WORDS] >>> 32);
    }

    int second(int index) {
        return (int) words[index * WORDS];
    }

    Outcome outcome(int index) {
        return Outcome.at((int) words[index * WORDS + 1] & 3);
    }

    long micros(int index) {
        return words[index * WORDS + 1] >>> 2;
    }

    long envelopeMicros(int index) {
        return words[index * WORDS + 2];
    }

    /** What it occupies. */
    public int bytes() {
        return 40 + words.length * Long.BYTES;
    }

    /** Collects them. */
    static final class Builder {

        private long[] words = new long[24 * WORDS];
        private int length;

        void add(int key, long second, Outcome outcome, long micros, long envelopeMicros) {
            if (length == words.length) {
                words = Arrays.copyOf(words, length * 2);
            }
            words[length] = (long) key << 32 | second & 0xFFFF_FFFFL;
            words[length + 1] = micros << 2 | outcome.ordinal();
            words[length + 2] = envelopeMicros;
            length += WORDS;
        }

        Observations build(long groups) {
            return length == 0 && groups == 0 ? NONE : new Observations(Arrays.copyOf(words, length), groups);
        }
    }
}

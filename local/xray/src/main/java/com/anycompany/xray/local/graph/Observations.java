package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.Outcome;
import java.util.Arrays;

/**
 * The contribution of one trace to the service graph. It is stored, so that it can be subtracted when the trace changes
 * or is evicted.
 *
 * <p>Compact encoding: nearly all observations of a trace are of the same second, took less than a quarter of an hour,
 * and contain nothing asynchronous. Two ints are enough for them, {@code key} and {@code micros | outcome}. The highest
 * bits of the key say whether more ints follow.
 */
public final class Observations {

    /** The second follows: it isn't the first observation's. */
    private static final int OTHER_SECOND = 1 << 31;

    /** {@code outcome}, and as two ints each {@code micros} and {@code envelope} follow. */
    private static final int LONG = 1 << 30;

    private static final int KEY = LONG - 1;
    private static final int OUTCOME_BITS = 2;
    private static final long MOST_MICROS = (1L << Integer.SIZE - OUTCOME_BITS) - 1;

    private final int[] words;
    private final int second;
    private long groups;

    private Observations(int[] words, int second, long groups) {
        this.words = words;
        this.second = second;
        this.groups = groups;
    }

    /** The groups that the trace is in, a bit each. */
    public long groups() {
        return groups;
    }

    /** Removes a deleted group. */
    void leave(int group) {
        groups &= ~(1L << group);
    }

    /** Memory. */
    public int bytes() {
        return 48 + words.length * Integer.BYTES;
    }

    Reading read() {
        return new Reading(this);
    }

    /** Iterator that is positioned on one observation at a time. */
    static final class Reading {

        private final int[] words;
        private final int firstSecond;
        private int at;
        private int key;
        private int second;
        private int outcome;
        private long micros;
        private long envelopeMicros;

        private Reading(Observations observations) {
            this.words = observations.words;
            this.firstSecond = observations.second;
        }

        /** Moves to the next observation; false if there is none. */
        boolean next() {
            if (at == words.length) {
                return false;
            }
            int head = words[at++];
            key = head & KEY;
            second = (head & OTHER_SECOND) == 0 ? firstSecond : words[at++];
            int took = words[at++];
            outcome = took & (1 << OUTCOME_BITS) - 1;
            if ((head & LONG) == 0) {
                micros = took >>> OUTCOME_BITS;
                envelopeMicros = micros;
            } else {
                micros = nextLong();
                envelopeMicros = nextLong();
            }
            return true;
        }

        private long nextLong() {
            return (long) words[at++] << Integer.SIZE | words[at++] & 0xFFFF_FFFFL;
        }

        int key() {
            return key;
        }

        int second() {
            return second;
        }

        Outcome outcome() {
            return Outcome.at(outcome);
        }

        long micros() {
            return micros;
        }

        long envelopeMicros() {
            return envelopeMicros;
        }
    }

    /** Builder of observations. */
    static final class Builder {

        private static final int MOST_WORDS = 7;

        private int[] words = new int[64];
        private int length;
        private int firstSecond;

        void add(int key, long second, Outcome outcome, long micros, long envelopeMicros) {
            if (length + MOST_WORDS > words.length) {
                words = Arrays.copyOf(words, length * 2);
            }
            if (length == 0) {
                firstSecond = (int) second;
            }
            boolean otherSecond = (int) second != firstSecond;
            boolean isLong = envelopeMicros != micros || micros > MOST_MICROS;
            words[length++] = key | (otherSecond ? OTHER_SECOND : 0) | (isLong ? LONG : 0);
            if (otherSecond) {
                words[length++] = (int) second;
            }
            if (isLong) {
                words[length++] = outcome.ordinal();
                add(micros);
                add(envelopeMicros);
            } else {
                words[length++] = (int) micros << OUTCOME_BITS | outcome.ordinal();
            }
        }

        private void add(long value) {
            words[length++] = (int) (value >>> Integer.SIZE);
            words[length++] = (int) value;
        }

        Observations build(long groups) {
            return new Observations(Arrays.copyOf(words, length), firstSecond, groups);
        }
    }
}

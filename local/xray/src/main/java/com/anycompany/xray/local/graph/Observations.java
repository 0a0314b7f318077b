package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.Outcome;
import java.util.Arrays;

/**
 * The contribution of one trace to the service graph. It is stored, so that it can be subtracted when the trace changes
 * or is evicted.
 *
 * <p>Compact encoding: nearly all observations of a trace were received in the same second, began in the same second, took less
 * than a quarter of an hour, and contain nothing asynchronous. Two ints are enough for them, {@code key} and
 * {@code micros | outcome}. The highest bits of the key say whether more ints follow.
 */
public final class Observations {

    /** The seconds of receipt and of the start follow: they aren't the first observation's. */
    private static final int OTHER_SECONDS = 1 << 31;

    /** {@code outcome}, and as two ints each {@code micros} and {@code envelope} follow. */
    private static final int LONG = 1 << 30;

    private static final int KEY = LONG - 1;
    private static final int OUTCOME_BITS = 2;
    private static final long MOST_MICROS = (1L << Integer.SIZE - OUTCOME_BITS) - 1;

    private final int[] words;
    private final int second;
    private final int startSecond;
    private long groups;

    private Observations(int[] words, int second, int startSecond, long groups) {
        this.words = words;
        this.second = second;
        this.startSecond = startSecond;
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
        private final int firstStart;
        private int at;
        private int key;
        private int second;
        private int startSecond;
        private int outcome;
        private long micros;
        private long envelopeMicros;

        private Reading(Observations observations) {
            this.words = observations.words;
            this.firstSecond = observations.second;
            this.firstStart = observations.startSecond;
        }

        /** Moves to the next observation; false if there is none. */
        boolean next() {
            if (at == words.length) {
                return false;
            }
            int head = words[at++];
            key = head & KEY;
            boolean otherSeconds = (head & OTHER_SECONDS) != 0;
            second = otherSeconds ? words[at++] : firstSecond;
            startSecond = otherSeconds ? words[at++] : firstStart;
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

        /** When its document was received. */
        int second() {
            return second;
        }

        /** When the segment began, according to its document. */
        int startSecond() {
            return startSecond;
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

        private static final int MOST_WORDS = 8;

        private int[] words = new int[64];
        private int length;
        private int firstSecond;
        private int firstStart;

        /**
         * @param second of receipt
         * @param startSecond of the segment's start
         */
        void add(int key, long second, long startSecond, Outcome outcome, long micros, long envelopeMicros) {
            if (length + MOST_WORDS > words.length) {
                words = Arrays.copyOf(words, length * 2);
            }
            if (length == 0) {
                firstSecond = (int) second;
                firstStart = (int) startSecond;
            }
            boolean otherSeconds = (int) second != firstSecond || (int) startSecond != firstStart;
            boolean isLong = envelopeMicros != micros || micros > MOST_MICROS;
            words[length++] = key | (otherSeconds ? OTHER_SECONDS : 0) | (isLong ? LONG : 0);
            if (otherSeconds) {
                words[length++] = (int) second;
                words[length++] = (int) startSecond;
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
            return new Observations(Arrays.copyOf(words, length), firstSecond, firstStart, groups);
        }
    }
}

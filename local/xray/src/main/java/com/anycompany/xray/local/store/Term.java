package com.anycompany.xray.local.store;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import java.util.Arrays;
import java.util.Set;

/**
 * Search term: a property of a trace that a search may require, such as a service, an annotation or a least duration.
 *
 * <p>Only a number below {@link #COUNT} is kept of it, however many different values there are. Two terms may share
 * one, so what is found by a term is a candidate that has still to be tested.
 */
public record Term(int number) {

    static final int COUNT = 1 << 16;

    /** Durations that traces are told apart by, in microseconds: those that people ask for. */
    private static final long[] STEPS = {
        50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 30_000_000
    };

    public static Term service(String name) {
        return of("service", name, "");
    }

    /** @param value a string, a double or a boolean */
    public static Term annotation(String key, Object value) {
        return of("annotation", key, value);
    }

    /** What every trace has that took longer than so many seconds; nothing if most traces do. */
    public static Set<Term> longerThan(double seconds) {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] <= seconds * 1e6) {
                return Set.of(took(STEPS[i]));
            }
        }
        return Set.of();
    }

    private static Term took(long step) {
        return of("took", "", step);
    }

    private static Term of(String kind, String key, Object value) {
        int hash = ((kind.hashCode() * 31 + key.hashCode()) * 31 + value.hashCode()) * 0x9E3779B9;
        return new Term(hash >>> 16);
    }

    /** The numbers of all that can be said of a trace, ascending. */
    static char[] of(AssembledTrace trace) {
        Numbers numbers = new Numbers();
        trace.segments().forEach(segment -> numbers.add(service(segment.node().name())));
        trace.inferred().forEach(segment -> numbers.add(service(segment.node().name())));
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (EntityNode node : trace.entities()) {
            Entity entity = node.entity();
            entity.annotations().forEach((key, value) -> numbers.add(annotation(key, value)));
            start = Math.min(start, entity.start());
            end = Math.max(end, entity.end());
        }
        for (long step : STEPS) {
            if (end >= start && end - start >= step) {
                numbers.add(took(step));
            }
        }
        return numbers.ascending();
    }

    /** Collects numbers. */
    private static final class Numbers {

        private char[] found = new char[32];
        private int size;

        void add(Term term) {
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
            }
            found[size++] = (char) term.number;
        }

        char[] ascending() {
            Arrays.sort(found, 0, size);
            int different = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || found[i] != found[i - 1]) {
                    found[different++] = found[i];
                }
            }
            return Arrays.copyOf(found, different);
        }
    }
}

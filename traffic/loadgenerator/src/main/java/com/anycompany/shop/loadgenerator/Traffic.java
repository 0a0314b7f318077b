package com.anycompany.shop.loadgenerator;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Counters of all shoppers together. Its memory is bounded however long it runs: a fixed-size histogram per
 * page, and at most {@value #KINDS} pages and kinds of error.
 */
final class Traffic {

    private static final int KINDS = 64;
    private static final String OTHER = "other";

    private final Map<String, PageCount> pages = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> expected = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> unexpected = new ConcurrentHashMap<>();
    private final Map<Checkout, LongAdder> checkouts = new ConcurrentHashMap<>();
    private final LongAdder sessions = new LongAdder();
    private final Recorder recent = new Recorder(PageCount.LONGEST_MICROS, PageCount.DIGITS);

    /** The page was answered, well or badly. */
    void answered(Route route, Duration took) {
        page(route).answered(took);
        recent.recordValue(PageCount.micros(took));
    }

    /** No answer came. */
    void unanswered(Route route, String kind) {
        page(route).unanswered();
        unexpectedError(route, kind);
    }

    /** A shopper provoked this on purpose. */
    void expectedError(String kind) {
        count(expected, kind);
    }

    void unexpectedError(Route route, String kind) {
        page(route).failed();
        count(unexpected, kind);
    }

    void checkout(Checkout outcome) {
        checkouts.computeIfAbsent(outcome, any -> new LongAdder()).increment();
    }

    void sessionEnded() {
        sessions.increment();
    }

    long sessions() {
        return sessions.sum();
    }

    long requests() {
        return pages.values().stream().mapToLong(PageCount::requests).sum();
    }

    Map<String, PageCount> pages() {
        return pages;
    }

    SortedMap<String, Long> expectedErrors() {
        return sums(expected);
    }

    SortedMap<String, Long> unexpectedErrors() {
        return sums(unexpected);
    }

    long checkouts(Checkout outcome) {
        LongAdder count = checkouts.get(outcome);
        return count == null ? 0 : count.sum();
    }

    /** The answers since this was last asked. */
    Histogram recent() {
        return recent.getIntervalHistogram();
    }

    private PageCount page(Route route) {
        String name = pages.size() < KINDS || pages.containsKey(route.name()) ? route.name() : OTHER;
        return pages.computeIfAbsent(name, any -> new PageCount());
    }

    private static void count(Map<String, LongAdder> counts, String kind) {
        String name = counts.size() < KINDS || counts.containsKey(kind) ? kind : OTHER;
        counts.computeIfAbsent(name, any -> new LongAdder()).increment();
    }

    private static SortedMap<String, Long> sums(Map<String, LongAdder> counts) {
        SortedMap<String, Long> sums = new TreeMap<>();
        counts.forEach((kind, count) -> sums.put(kind, count.sum()));
        return sums;
    }
}

package com.anycompany.shop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all shoppers together met, counted by page. */
final class ChaosReport {

    /** The shop gave no page to go on from. */
    static final class NotServed extends Exception {

        private static final long serialVersionUID = 1;
    }

    /** Something that opens a page. */
    interface Visit {

        Answer open() throws IOException;
    }

    private final Map<String, int[]> pages = new TreeMap<>();
    private final Map<String, Integer> told = new TreeMap<>();
    private final AtomicInteger attempted = new AtomicInteger();

    private Duration slowest = Duration.ZERO;
    private long lastServed = System.nanoTime();
    private Duration longestWithout = Duration.ZERO;

    /** Counts a page as served or not; an error page of the shop counts as not served. */
    Answer seen(String page, Visit visit) throws NotServed {
        long start = System.nanoTime();
        try {
            Answer answer = visit.open();
            count(page, answer.status() < 500, Duration.ofNanos(System.nanoTime() - start));
            if (answer.status() < 500) {
                return answer;
            }
        } catch (IOException | RuntimeException e) {
            // A page without the link or form that is looked for isn't what was asked for either.
            count(page, false, Duration.ZERO);
        }
        throw new NotServed();
    }

    private synchronized void count(String page, boolean served, Duration took) {
        int[] counts = pages.computeIfAbsent(page, any -> new int[2]);
        counts[0]++;
        counts[1] += served ? 1 : 0;
        slowest = longer(took, slowest);
        if (served) {
            long now = System.nanoTime();
            longestWithout = longer(Duration.ofNanos(now - lastServed), longestWithout);
            lastServed = now;
        }
    }

    void attempted() {
        attempted.incrementAndGet();
    }

    int attempts() {
        return attempted.get();
    }

    /** Counts how an attempt ended, as its shopper was told in the end: CONFIRMED, DECLINED, CANCELLED or NOTHING. */
    synchronized void told(String outcome) {
        told.merge(outcome, 1, Integer::sum);
    }

    synchronized int told() {
        return told.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int confirmed() {
        return told.getOrDefault("CONFIRMED", 0);
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "  orders: %d attempted, told %s%n", attempted.get(), told));
        text.append(String.format(
                Locale.ROOT,
                "  slowest page %.1f s, longest time without any good page %.1f s%n",
                slowest.toMillis() / 1000.0,
                longestWithout.toMillis() / 1000.0));
        pages.forEach((page, counts) -> text.append(String.format(
                Locale.ROOT,
                "  %-18s %5d requests, %5.1f %% served%n",
                page,
                counts[0],
                100.0 * counts[1] / counts[0])));
        return text.toString();
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}

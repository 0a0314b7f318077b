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
    private final AtomicInteger attempted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, AtomicInteger> settled = Map.of(
            "CONFIRMED", new AtomicInteger(),
            "CANCELLED", new AtomicInteger(),
            "DECLINED", new AtomicInteger());
    private volatile Duration slowest = Duration.ZERO;

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
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    void attempted() {
        attempted.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    /** Whether that is an order's end; then it is counted. */
    boolean settled(String status) {
        AtomicInteger count = settled.get(status);
        if (count != null) {
            count.incrementAndGet();
        }
        return count != null;
    }

    int confirmed() {
        return settled.getOrDefault("CONFIRMED", new AtomicInteger()).get();
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "  orders: %d attempted, %s, %d refused%n",
                attempted.get(),
                new TreeMap<>(settled),
                refused.get()));
        text.append(String.format(Locale.ROOT, "  slowest page: %.1f s%n", slowest.toMillis() / 1000.0));
        pages.forEach((page, counts) -> text.append(String.format(
                Locale.ROOT,
                "  %-18s %5d requests, %5.1f %% served%n",
                page,
                counts[0],
                100.0 * counts[1] / counts[0])));
        return text.toString();
    }
}

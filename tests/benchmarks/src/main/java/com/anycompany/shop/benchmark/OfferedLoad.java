package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Requests at a given rate, whatever becomes of those before: every tenth for the checkout, the others for pages. */
final class OfferedLoad {

    /** A later answer is worth nothing. */
    static final Duration IN_TIME = Duration.ofSeconds(2);

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int CONNECTIONS = 200;
    private static final int CHECKOUT_EVERY = 10;
    private static final String CHECKOUT = "/checkout";

    private final URI storefront;
    private final List<String> pages;

    OfferedLoad(URI storefront, List<String> pages) {
        this.storefront = storefront;
        this.pages = pages;
    }

    /**
     * What became of the requests.
     *
     * @param sent all of them
     * @param answered in time, without an error
     * @param refused with 503 or 429
     * @param failed in any other way, or too late
     * @param checkouts requests for the checkout among those that were sent
     * @param checkoutsAnswered in time, without an error
     * @param millis of each request that was answered in time, sorted
     */
    record Outcome(
            Duration time,
            long sent,
            long answered,
            long refused,
            long failed,
            long checkouts,
            long checkoutsAnswered,
            long[] millis) {

        double perSecond(long count) {
            return count * 1e9 / time.toNanos();
        }

        long percentile(double share) {
            return millis.length == 0 ? 0 : millis[(int) ((millis.length - 1) * share)];
        }
    }

    /** @param rate requests per second; infinite for as many as {@code connections} can send one after another */
    Outcome offer(double rate, int connections, Duration time) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        AtomicLong next = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Tally>> senders = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                senders.add(threads.submit(() -> send(begin, rate, time, next)));
            }
            Tally all = new Tally();
            for (Future<Tally> sender : senders) {
                all.add(sender.get());
            }
            return all.outcome(Duration.ofNanos(System.nanoTime() - begin));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    Outcome offer(double rate, Duration time) throws IOException, InterruptedException {
        return offer(rate, CONNECTIONS, time);
    }

    private Tally send(long begin, double rate, Duration time, AtomicLong next) {
        Tally tally = new Tally();
        RawConnection connection = new RawConnection(storefront, TIMEOUT_MILLIS);
        while (true) {
            long number = next.getAndIncrement();
            long due = begin + (long) (number / rate * 1e9);
            long now = System.nanoTime();
            if (Math.max(due, now) - begin > time.toNanos()) {
                connection.close();
                return tally;
            }
            while (due > now) {
                LockSupport.parkNanos(due - now);
                now = System.nanoTime();
            }
            boolean checkout = number % CHECKOUT_EVERY == 0;
            tally.count(connection, checkout ? CHECKOUT : pages.get((int) (number % pages.size())), checkout);
        }
    }

    private static final class Tally {

        private long sent;
        private long refused;
        private long failed;
        private long checkouts;
        private long checkoutsAnswered;
        private final List<Long> millis = new ArrayList<>();

        void count(RawConnection connection, String path, boolean checkout) {
            long began = System.nanoTime();
            int status;
            try {
                status = connection.get(path);
            } catch (IOException e) {
                status = 0;
            }
            long took = System.nanoTime() - began;
            boolean answered = status >= 200 && status < 400 && took < IN_TIME.toNanos();
            sent++;
            checkouts += checkout ? 1 : 0;
            if (answered) {
                millis.add(took / 1_000_000);
                checkoutsAnswered += checkout ? 1 : 0;
            } else if (status == 503 || status == 429) {
                refused++;
            } else {
                failed++;
            }
        }

        void add(Tally other) {
            sent += other.sent;
            refused += other.refused;
            failed += other.failed;
            checkouts += other.checkouts;
            checkoutsAnswered += other.checkoutsAnswered;
            millis.addAll(other.millis);
        }

        Outcome outcome(Duration time) {
            long[] sorted = millis.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Outcome(time, sent, sorted.length, refused, failed, checkouts, checkoutsAnswered, sorted);
        }
    }
}

package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What shoppers saw who visited pages one after another, each over a connection of its own.
 *
 * @param millis of the timed part of each good visit, sorted
 */
record Visits(double seconds, long errors, double[] millis) {

    /** Lets shoppers visit pages of one kind for that time; they prepare before it begins. */
    static Visits of(PageKind kind, URI storefront, int connections, Duration time)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<ShopperConnection> shoppers = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                shoppers.add(new ShopperConnection(storefront));
            }
            all(
                    threads,
                    shoppers.stream()
                            .<Callable<Tally>>map(shopper -> () -> {
                                kind.prepare(shopper);
                                return new Tally();
                            })
                            .toList());
            long begin = System.nanoTime();
            List<Callable<Tally>> visitors = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                visitors.add(() -> visit(kind, shoppers.get(first), first, begin + time.toNanos()));
            }
            List<Tally> tallies = all(threads, visitors);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double[] millis = tallies.stream()
                    .flatMapToDouble(tally -> tally.millis.stream().mapToDouble(Double::doubleValue))
                    .sorted()
                    .toArray();
            return new Visits(
                    seconds, tallies.stream().mapToLong(tally -> tally.errors).sum(), millis);
        } finally {
            shoppers.forEach(ShopperConnection::close);
            threads.shutdownNow();
        }
    }

    private static final class Tally {
        private long errors;
        private final List<Double> millis = new ArrayList<>();
    }

    private static Tally visit(PageKind kind, ShopperConnection shopper, int first, long end) {
        Tally tally = new Tally();
        for (int number = first; System.nanoTime() < end; number++) {
            try {
                tally.millis.add(kind.visit(shopper, number) / 1e6);
            } catch (IOException e) {
                tally.errors++;
            }
        }
        return tally;
    }

    private static List<Tally> all(ExecutorService threads, List<Callable<Tally>> tasks)
            throws IOException, InterruptedException {
        List<Tally> results = new ArrayList<>();
        try {
            for (Future<Tally> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return results;
    }

    long good() {
        return millis.length;
    }

    double perSecond() {
        return good() / seconds;
    }

    double percentile(double share) {
        return millis.length == 0 ? Double.NaN : millis[(int) ((millis.length - 1) * share)];
    }

    /** Both together, as if in one turn. */
    Visits plus(Visits other) {
        double[] all = Arrays.copyOf(millis, millis.length + other.millis.length);
        System.arraycopy(other.millis, 0, all, millis.length, other.millis.length);
        Arrays.sort(all);
        return new Visits(seconds + other.seconds, errors + other.errors, all);
    }
}

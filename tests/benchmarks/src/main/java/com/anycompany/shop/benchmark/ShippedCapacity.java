package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load that the shipped capacity bears: pages at a rising rate until X-Ray Local has seen a throttled call. A table begins each
 * step with the credit of one second, as after each change of its capacity; the burst credit of a table that rested would hide
 * minutes of shortage.
 */
final class ShippedCapacity {

    private static final Pattern THROTTLED = Pattern.compile("\"ThrottleCount\"\\s*:\\s*([0-9]+)");
    private static final double STEP = 1.25;
    private static final double SLOWEST = 4;
    private static final double FASTEST = 400;

    private final RunningShop shop;
    private final long read;
    private final long write;
    private final long others;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    ShippedCapacity(RunningShop shop, long read, long write, long others, Clock clock) {
        this.shop = shop;
        this.read = read;
        this.write = write;
        this.others = others;
        this.clock = clock;
    }

    void measure(List<PageKind> kinds, int seconds) throws IOException, InterruptedException {
        System.out.println("| Page | pages/s without a throttled call | first throttled at |");
        System.out.println("|---|---:|---:|");
        for (PageKind kind : kinds) {
            Visits.of(kind, shop.storefront(), 4, Duration.ofSeconds(seconds));
            double rate = SLOWEST;
            while (rate < FASTEST && !isThrottledAt(rate, kind, seconds)) {
                rate *= STEP;
            }
            System.out.printf(
                    Locale.ROOT, "| %s | %.0f | %.0f |%n", kind.label(), rate < FASTEST ? rate / STEP : rate, rate);
            shop.setCapacity(others, others);
        }
    }

    private boolean isThrottledAt(double rate, PageKind kind, int seconds) throws IOException, InterruptedException {
        shop.setCapacity(read + 1, write);
        shop.setCapacity(read, write);
        TimeUnit.SECONDS.sleep(1);
        Instant begin = clock.instant();
        try (ShopperConnection shopper = new ShopperConnection(shop.storefront())) {
            kind.prepare(shopper);
            long start = System.nanoTime();
            for (int number = 0; number < rate * seconds; number++) {
                LockSupport.parkNanos(start + (long) (number / rate * 1e9) - System.nanoTime());
                kind.visit(shopper, number);
            }
        }
        TimeUnit.SECONDS.sleep(2);
        return throttled(begin, clock.instant()) > 0;
    }

    private long throttled(Instant from, Instant to) throws IOException, InterruptedException {
        String range = String.format(
                Locale.ROOT, "{\"StartTime\": %d, \"EndTime\": %d}", from.getEpochSecond(), to.getEpochSecond() + 1);
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop.xray() + "/ServiceGraph"))
                .POST(HttpRequest.BodyPublishers.ofString(range))
                .build();
        Matcher counts = THROTTLED.matcher(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        long sum = 0;
        while (counts.find()) {
            sum += Long.parseLong(counts.group(1));
        }
        return sum;
    }
}

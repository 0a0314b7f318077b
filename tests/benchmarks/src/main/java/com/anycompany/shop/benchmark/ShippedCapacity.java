package com.anycompany.shop.benchmark;

import com.anycompany.shop.benchmark.RunningShop.Units;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load that the shipped capacity bears: pages at a rising rate, then more and more shoppers, until X-Ray Local has seen a
 * throttled call. A table begins each step with the credit of one second, as after each change of its capacity; the burst credit
 * of a table that rested would hide minutes of shortage.
 */
final class ShippedCapacity {

    private static final Pattern THROTTLED = Pattern.compile("\"ThrottleCount\"\\s*:\\s*([0-9]+)");
    private static final double STEP = 1.25;
    private static final double SLOWEST = 4;
    private static final double FASTEST = 400;
    private static final int MOST_SHOPPERS = 200;
    private static final Duration UNTIL_TRACED = Duration.ofSeconds(2);

    private final RunningShop shop;
    private final Map<String, Units> shipped;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param shipped what each table has when the shop is new */
    ShippedCapacity(RunningShop shop, Map<String, Units> shipped, Clock clock) {
        this.shop = shop;
        this.shipped = shipped;
        this.clock = clock;
    }

    void measure(List<PageKind> kinds, int seconds) throws IOException, InterruptedException {
        System.out.println("| Load | without a throttled call | first throttled at |");
        System.out.println("|---|---:|---:|");
        for (PageKind kind : kinds) {
            Visits.of(kind, shop.storefront(), 4, Duration.ofSeconds(seconds));
            double rate = SLOWEST;
            while (rate < FASTEST && !isThrottledAt(rate, kind, seconds)) {
                rate *= STEP;
            }
            System.out.printf(Locale.ROOT, "| %s, a second | %.0f | %.0f |%n", kind.label(), rate / STEP, rate);
            shop.raiseCapacity();
        }
        int shoppers = 2;
        while (shoppers < MOST_SHOPPERS && !isThrottledBy(shoppers, seconds)) {
            shoppers = (int) Math.ceil(shoppers * STEP);
        }
        System.out.printf(Locale.ROOT, "| shoppers of ./shop load | %d | %d |%n", (int) (shoppers / STEP), shoppers);
        shop.raiseCapacity();
    }

    private boolean isThrottledAt(double rate, PageKind kind, int seconds) throws IOException, InterruptedException {
        try (ShopperConnection shopper = new ShopperConnection(shop.storefront())) {
            kind.prepare(shopper);
            Instant begin = beginWithoutCredit();
            long start = System.nanoTime();
            for (int number = 0; number < rate * seconds; number++) {
                LockSupport.parkNanos(start + (long) (number / rate * 1e9) - System.nanoTime());
                try {
                    kind.visit(shopper, number);
                } catch (IOException e) {
                    // A throttled call may cost the page; the trace tells.
                }
            }
            return throttledSince(begin) > 0;
        }
    }

    private boolean isThrottledBy(int shoppers, int seconds) throws IOException, InterruptedException {
        Instant begin = beginWithoutCredit();
        shop.run("load", "--shoppers", "" + shoppers, "--for", 4 * seconds + "s");
        return throttledSince(begin) > 0;
    }

    private Instant beginWithoutCredit() throws IOException, InterruptedException {
        for (Map.Entry<String, Units> table : shipped.entrySet()) {
            Units units = table.getValue();
            shop.setCapacity(table.getKey(), new Units(units.read() + 1, units.write()));
            shop.setCapacity(table.getKey(), units);
        }
        TimeUnit.SECONDS.sleep(1);
        return clock.instant();
    }

    private long throttledSince(Instant begin) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(UNTIL_TRACED.toMillis());
        String range = String.format(
                Locale.ROOT,
                "{\"StartTime\": %d, \"EndTime\": %d}",
                begin.getEpochSecond(),
                clock.instant().getEpochSecond() + 1);
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

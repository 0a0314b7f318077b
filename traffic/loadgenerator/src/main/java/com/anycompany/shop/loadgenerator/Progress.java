package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The progress line. Requests, rate, 95th percentile and errors are those since the last line; at its end are the sums of all
 * lines:
 *
 * <pre>      10s  shoppers 5  requests 38 (7.6/s)  p95 24 ms  errors none  (so far 71 requests, 2 errors)</pre>
 */
final class Progress {

    private final Traffic traffic;
    private final int shoppers;
    private long requestsBefore;
    private Map<String, Long> errorsBefore = Map.of();

    Progress(Traffic traffic, int shoppers) {
        this.traffic = traffic;
        this.shoppers = shoppers;
    }

    /** @param since how long ago the last line was asked for */
    String line(Duration elapsed, Duration since) {
        long requests = traffic.requests();
        Histogram recent = traffic.recent();
        Map<String, Long> errors = traffic.unexpectedErrors();
        long now = requests - requestsBefore;
        String line = String.format(
                Locale.ROOT,
                "%8s  shoppers %d  requests %,d (%.1f/s)  p95 %s  errors %s  (so far %,d requests, %,d errors)",
                Durations.units(elapsed),
                shoppers,
                now,
                now * 1000.0 / Math.max(1, since.toMillis()),
                Latency.of(recent, 95),
                since(errors),
                requests,
                errors.values().stream().mapToLong(Long::longValue).sum());
        requestsBefore = requests;
        errorsBefore = errors;
        return line;
    }

    private String since(Map<String, Long> errors) {
        String kinds = errors.entrySet().stream()
                .filter(kind -> kind.getValue() > errorsBefore.getOrDefault(kind.getKey(), 0L))
                .map(kind -> kind.getValue() - errorsBefore.getOrDefault(kind.getKey(), 0L) + " × " + kind.getKey())
                .collect(Collectors.joining(", "));
        return kinds.isEmpty() ? "none" : kinds;
    }
}

package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The progress line: requests, rate, 95th percentile and errors since the last one. */
final class Progress {

    private final Traffic traffic;
    private final int shoppers;
    private long requestsBefore;

    Progress(Traffic traffic, int shoppers) {
        this.traffic = traffic;
        this.shoppers = shoppers;
    }

    /** @param since how long ago the last line was asked for */
    String line(Duration elapsed, Duration since) {
        long requests = traffic.requests();
        Histogram recent = traffic.recent();
        double rate = (requests - requestsBefore) * 1000.0 / Math.max(1, since.toMillis());
        requestsBefore = requests;
        return String.format(
                Locale.ROOT,
                "%8s  shoppers %d  requests %,d (%.1f/s)  p95 %s  errors %s",
                Durations.units(elapsed),
                shoppers,
                requests,
                rate,
                Latency.of(recent, 95),
                errors());
    }

    private String errors() {
        Map<String, Long> errors = traffic.unexpectedErrors();
        if (errors.isEmpty()) {
            return "none";
        }
        return errors.entrySet().stream()
                .map(kind -> kind.getValue() + " × " + kind.getKey())
                .collect(Collectors.joining(", "));
    }
}

package com.anycompany.shop.loadgenerator;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Prints a percentile of recorded microseconds; {@code -} when nothing was recorded. */
final class Latency {

    private Latency() {}

    static String of(Histogram micros, double percentile) {
        if (micros.getTotalCount() == 0) {
            return "-";
        }
        double millis = micros.getValueAtPercentile(percentile) / 1000.0;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    }
}

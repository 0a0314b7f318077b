package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import org.HdrHistogram.Histogram;

/** What is printed when the load has ended. */
final class Summary {

    private static final String ROW = "%-28s %10s %8s %10s %10s %10s%n";

    private final LoadPlan plan;
    private final Traffic traffic;

    Summary(LoadPlan plan, Traffic traffic) {
        this.plan = plan;
        this.traffic = traffic;
    }

    String text(Duration elapsed) {
        StringBuilder text = new StringBuilder();
        text.append(line(
                "%nLoad on %s: %d %s for %s, %,d sessions, %,d requests (%.1f/s)%n%n",
                plan.storefront(),
                plan.shoppers(),
                plan.shoppers() == 1 ? "shopper" : "shoppers",
                Durations.units(elapsed),
                traffic.sessions(),
                traffic.requests(),
                traffic.requests() * 1000.0 / Math.max(1, elapsed.toMillis())));
        pages(text);
        errors(text, "Unexpected errors", traffic.unexpectedErrors());
        errors(text, "Errors provoked on purpose", traffic.expectedErrors());
        orders(text);
        return text.toString();
    }

    private void pages(StringBuilder text) {
        text.append(line(ROW, "page", "requests", "errors", "p50", "p95", "p99"));
        Histogram all = new Histogram(PageCount.LONGEST_MICROS, PageCount.DIGITS);
        long errors = 0;
        for (var page : traffic.pages().entrySet()) {
            PageCount count = page.getValue();
            row(text, page.getKey(), count.requests(), count.errors(), count.answers());
            all.add(count.answers());
            errors += count.errors();
        }
        row(text, "all", traffic.requests(), errors, all);
    }

    private static void row(StringBuilder text, String name, long requests, long errors, Histogram answers) {
        text.append(line(
                ROW,
                name,
                line("%,d", requests),
                line("%,d", errors),
                Latency.of(answers, 50),
                Latency.of(answers, 95),
                Latency.of(answers, 99)));
    }

    private static void errors(StringBuilder text, String title, SortedMap<String, Long> errors) {
        text.append(line("%n%s: %s%n", title, errors.isEmpty() ? "none" : ""));
        errors.forEach((kind, count) -> text.append(line("  %,8d  %s%n", count, kind)));
    }

    private void orders(StringBuilder text) {
        long attempted =
                Arrays.stream(Checkout.values()).mapToLong(traffic::checkouts).sum();
        text.append(line(
                "%nOrders: %,d attempted, %,d confirmed, %,d pending, %,d declined, %,d refused%n",
                attempted,
                traffic.checkouts(Checkout.CONFIRMED),
                traffic.checkouts(Checkout.PENDING),
                traffic.checkouts(Checkout.DECLINED),
                traffic.checkouts(Checkout.REFUSED)));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

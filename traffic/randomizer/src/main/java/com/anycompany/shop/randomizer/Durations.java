package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them ({@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}) or as ISO 8601 has them ({@code PT2M}). */
final class Durations {

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Durations() {}

    static Duration parse(String text) {
        Matcher plain = PLAIN.matcher(text.strip());
        if (plain.matches()) {
            return plain(Long.parseLong(plain.group(1)), plain.group(2));
        }
        try {
            Duration duration = Duration.parse(text.strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a negative one.
        }
        throw new IllegalArgumentException("'" + text + "' isn't a duration; write 500ms, 30s, 2m, 1h or PT2M");
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** Whole minutes as such: {@code 2 min}, but {@code 90.0 s}. */
    static String round(Duration duration) {
        boolean whole = duration.toMillis() % 60_000 == 0 && !duration.isZero();
        return whole ? duration.toMinutes() + " min" : seconds(duration);
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration plain(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}

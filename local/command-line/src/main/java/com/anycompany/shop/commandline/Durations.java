package com.anycompany.shop.commandline;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses and prints durations: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}, or ISO 8601 ({@code PT2M}).
 */
public final class Durations {

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /** @throws IllegalArgumentException with a message for the user if the text isn't a duration, or is a negative one */
    public static Duration parse(String text) {
        Matcher plain = NUMBER_AND_UNIT.matcher(text.strip());
        if (plain.matches()) {
            return of(Long.parseLong(plain.group(1)), plain.group(2));
        }
        try {
            Duration duration = Duration.parse(text.strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Reported below, as for a negative duration.
        }
        throw new IllegalArgumentException("'" + text + "' isn't a duration; write 500ms, 30s, 5m, 2h or 1d");
    }

    /** Seconds with one decimal: {@code 0.2 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** Whole minutes as minutes, everything else as {@link #seconds}: {@code 2 min}, but {@code 90.0 s}. */
    public static String minutesOrSeconds(Duration duration) {
        boolean whole = duration.toMillis() % 60_000 == 0 && !duration.isZero();
        return whole ? duration.toMinutes() + " min" : seconds(duration);
    }

    /** Whole seconds, largest unit first: {@code 0s}, {@code 5m 3s}, {@code 1d 2h 0m 7s}. */
    public static String units(Duration duration) {
        StringBuilder text = new StringBuilder();
        if (duration.toDays() > 0) {
            text.append(duration.toDays()).append("d ");
        }
        if (duration.toHours() > 0) {
            text.append(duration.toHoursPart()).append("h ");
        }
        if (duration.toMinutes() > 0) {
            text.append(duration.toMinutesPart()).append("m ");
        }
        return text.append(duration.toSecondsPart()).append('s').toString();
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}

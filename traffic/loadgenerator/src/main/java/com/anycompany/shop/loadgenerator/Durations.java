package com.anycompany.shop.loadgenerator;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them on a command line: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
final class Durations {

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    static Duration parse(String text) {
        Matcher plain = PLAIN.matcher(text.strip());
        if (!plain.matches()) {
            throw new IllegalArgumentException("'" + text + "' isn't a duration; write 500ms, 30s, 5m, 2h or 1d");
        }
        long amount = Long.parseLong(plain.group(1));
        return switch (plain.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** {@code 0s}, {@code 5m 3s}, {@code 1d 2h 0m 7s}: whole seconds, largest unit first. */
    static String print(Duration duration) {
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
}

package com.anycompany.shop.launcher;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}. */
final class Durations implements ITypeConverter<Duration> {

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    @Override
    public Duration convert(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            throw new TypeConversionException("'" + text + "' isn't a duration; write 500ms, 30s, 5m or 2h");
        }
        long amount = Long.parseLong(plain.group(1));
        return switch (plain.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}

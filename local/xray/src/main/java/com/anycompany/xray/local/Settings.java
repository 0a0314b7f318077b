package com.anycompany.xray.local;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings from flags, otherwise system properties such as {@code xray.port}, otherwise variables such as {@code XRAY_PORT}. */
final class Settings {

    private static final Pattern SIZE =
            Pattern.compile("\\s*([0-9]{1,12})\\s*([kmg]?)i?b?\\s*", Pattern.CASE_INSENSITIVE);

    private final Lookup environment;
    private final Lookup properties;

    /** Lookup of a value by name; null if there is none. */
    @FunctionalInterface
    interface Lookup {
        @Nullable
        String find(String name);
    }

    Settings(Lookup environment, Lookup properties) {
        this.environment = environment;
        this.properties = properties;
    }

    String get(@Nullable String flag, String name, String otherwise) {
        if (flag != null) {
            return flag;
        }
        String property = properties.find(name);
        if (property != null) {
            return property;
        }
        String variable =
                environment.find(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        return variable == null || variable.isBlank() ? otherwise : variable;
    }

    /** A number of bytes, such as {@code 96MB}, {@code 96m} or {@code 100663296}; a kilobyte has 1,024 bytes. */
    long getBytes(@Nullable String flag, String name, long otherwise) {
        String text = get(flag, name, Long.toString(otherwise));
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new IllegalArgumentException(
                    name + " is \"" + text + "\"; give a number of bytes, for example 256MB");
        }
        String unit = size.group(2).toLowerCase(Locale.ROOT);
        int shift = unit.isEmpty() ? 0 : 10 * (1 + "kmg".indexOf(unit));
        return Math.min(Long.parseLong(size.group(1)), Long.MAX_VALUE >> shift) << shift;
    }

    long getNumber(@Nullable String flag, String name, long otherwise) {
        String text = get(flag, name, Long.toString(otherwise));
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is \"" + text + "\"; give a whole number", e);
        }
    }
}

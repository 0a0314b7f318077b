package com.anycompany.xray.local;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks a setting up: the flag, else the system property {@code xray.port}, else the variable {@code XRAY_PORT}. */
final class Settings {

    private final Lookup environment;
    private final Lookup properties;

    /** Finds a value by name, or null. */
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

    long getNumber(@Nullable String flag, String name, long otherwise) {
        String text = get(flag, name, Long.toString(otherwise));
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is \"" + text + "\"; give a whole number", e);
        }
    }
}

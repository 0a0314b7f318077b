package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings as a manifest gives them. An empty variable is not set; an error names its variable. */
record Environment(Map<String, String> variables) {

    Optional<String> namespace() {
        return text("RANDOMIZER_NAMESPACE");
    }

    Optional<String> selector() {
        return text("RANDOMIZER_SELECTOR");
    }

    Optional<Duration> grace() {
        return read("RANDOMIZER_GRACE", Durations::parse);
    }

    Optional<Long> seed() {
        return read("RANDOMIZER_SEED", Environment::number);
    }

    Optional<URI> events() {
        return read("XRAY_EVENTS_ENDPOINT", URI::create);
    }

    /** {@code RANDOMIZER_MIN} and {@code RANDOMIZER_MAX}; where only one is set, the other bound is that of the given interval. */
    Interval interval(Interval otherwise) {
        Optional<Duration> least = read("RANDOMIZER_MIN", Durations::parse);
        Optional<Duration> most = read("RANDOMIZER_MAX", Durations::parse);
        try {
            return new Interval(least.orElse(otherwise.least()), most.orElse(otherwise.most()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("RANDOMIZER_MIN, RANDOMIZER_MAX: " + e.getMessage(), e);
        }
    }

    /** In a pod, its own name. */
    String hostName() {
        return text("HOSTNAME").orElse("");
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private <T> Optional<T> read(String name, Function<String, T> parser) {
        try {
            return text(name).map(parser);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' isn't a whole number", e);
        }
    }
}

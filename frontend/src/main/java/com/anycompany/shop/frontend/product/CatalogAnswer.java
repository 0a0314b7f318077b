package com.anycompany.shop.frontend.product;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Answer of catalogservice: its own, or the last known one.
 *
 * @param age how long ago the last known answer was given; null for an answer to this very request
 */
public record CatalogAnswer<T>(T value, @Nullable Duration age) {

    static <T> CatalogAnswer<T> fresh(T value) {
        return new CatalogAnswer<>(value, null);
    }

    static <T> CatalogAnswer<T> lastKnown(T value, Duration age) {
        return new CatalogAnswer<>(value, age.isNegative() ? Duration.ZERO : age);
    }

    /** A part of a last known answer. */
    static <T> CatalogAnswer<T> lastKnown(T value, CatalogAnswer<?> whole) {
        return new CatalogAnswer<>(value, whole.age());
    }

    boolean isOlderThan(CatalogAnswer<?> other) {
        return age != null && other.age != null && age.compareTo(other.age) > 0;
    }

    /** The age in whole minutes, for the page's notice; null if there is nothing to say. */
    public @Nullable Long ageInMinutes() {
        return age == null ? null : age.toMinutes();
    }
}

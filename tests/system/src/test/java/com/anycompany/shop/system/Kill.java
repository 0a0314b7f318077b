package com.anycompany.shop.system;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One death, by this machine's clock; {@code back} is null while the part is away. */
final class Kill {

    private final String part;
    private final Instant at;
    private volatile @Nullable Instant back;

    Kill(String part, Instant at) {
        this.part = part;
        this.at = at;
    }

    String part() {
        return part;
    }

    Instant at() {
        return at;
    }

    boolean isAway() {
        return back == null;
    }

    void returned(Instant when) {
        back = when;
    }

    Duration recovery() {
        return back == null ? Duration.ofDays(1) : Duration.between(at, back);
    }

    /** Whether the part was away at some moment of that time. */
    boolean overlaps(Instant from, Instant to) {
        return !at.isAfter(to) && (back == null || !back.isBefore(from));
    }
}

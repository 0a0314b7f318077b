package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.Durations;
import java.time.Duration;

/** The time from one kill to the next: always the same, or random between two bounds. */
record Interval(Duration least, Duration most) {

    static final Interval ON_A_LAPTOP = always(Duration.ofSeconds(30));
    static final Interval ON_KUBERNETES = new Interval(Duration.ofMinutes(2), Duration.ofMinutes(5));

    Interval {
        if (least.isZero() || least.isNegative()) {
            throw new IllegalArgumentException("the time between two kills must be more than nothing");
        }
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "the time between two kills goes from the shorter to the longer one, not from "
                            + Durations.seconds(least) + " to " + Durations.seconds(most));
        }
    }

    static Interval always(Duration time) {
        return new Interval(time, time);
    }

    /** {@code 30s} or {@code 2m..5m}. */
    static Interval parse(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? always(Durations.parse(text))
                : new Interval(Durations.parse(text.substring(0, dots)), Durations.parse(text.substring(dots + 2)));
    }

    /** @param draw from 0 up to 1 */
    Duration at(double draw) {
        return least.plusMillis(Math.round(draw * most.minus(least).toMillis()));
    }

    @Override
    public String toString() {
        return least.equals(most)
                ? Durations.minutesOrSeconds(least)
                : Durations.minutesOrSeconds(least) + " to " + Durations.minutesOrSeconds(most);
    }
}

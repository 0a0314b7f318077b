package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.Durations;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a shopper looks at a page before the next step: evenly spread between two bounds. */
record ThinkTime(Duration shortest, Duration longest) {

    private static final Duration BOUND = Duration.ofHours(1);

    ThinkTime {
        if (shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException("the shorter time comes first: write 5s..20s, not 20s..5s");
        }
        if (longest.compareTo(BOUND) > 0) {
            throw new IllegalArgumentException("nobody thinks for more than 1h");
        }
    }

    static ThinkTime parse(String text) {
        String[] bounds = text.split("\\.\\.", -1);
        if (bounds.length != 2) {
            throw new IllegalArgumentException("'" + text + "' isn't a range of durations; write 5s..20s");
        }
        return new ThinkTime(Durations.parse(bounds[0]), Durations.parse(bounds[1]));
    }

    Duration pick(RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(shortest.toMillis(), longest.toMillis() + 1));
    }
}

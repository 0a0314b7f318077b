package com.anycompany.shop.loadgenerator;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Parameters of one run.
 *
 * @param duration absent: until stopped
 * @param progress time between two progress lines; absent: often if the run is bounded, rarely if it may last for days
 */
record LoadPlan(
        URI storefront,
        int shoppers,
        Optional<Duration> duration,
        Optional<Duration> progress,
        ThinkTime thinkTime,
        Habits habits) {

    static final int MOST_SHOPPERS = 500;

    LoadPlan {
        if (shoppers < 1 || shoppers > MOST_SHOPPERS) {
            throw new IllegalArgumentException("--shoppers must be from 1 to " + MOST_SHOPPERS + ", not " + shoppers);
        }
        if (storefront.getHost() == null
                || !("http".equals(storefront.getScheme()) || "https".equals(storefront.getScheme()))) {
            throw new IllegalArgumentException(
                    "--url must be the storefront's address, such as http://localhost:8080, not " + storefront);
        }
        if (duration.isPresent() && duration.get().isZero()) {
            throw new IllegalArgumentException("--for must be longer than 0s; leave it out to go on until stopped");
        }
        if (progress.isPresent() && progress.get().compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("--progress must be at least 1s");
        }
    }

    Duration betweenLines() {
        return progress.orElse(duration.isPresent() ? Duration.ofSeconds(5) : Duration.ofMinutes(1));
    }
}

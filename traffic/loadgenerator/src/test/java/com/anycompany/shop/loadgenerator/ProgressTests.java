package com.anycompany.shop.loadgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final Traffic traffic = new Traffic();
    private final Progress progress = new Progress(traffic, 2);
    private final Route cart = new Route("GET /cart");

    @Test
    void line_hasTheFiguresSinceTheLastOne_andTheSumsAtItsEnd() {
        traffic.answered(cart, Duration.ofMillis(10));
        traffic.unanswered(cart, "connection refused");
        traffic.unanswered(cart, "connection refused");
        assertThat(progress.line(FIVE_SECONDS, FIVE_SECONDS))
                .contains("requests 3 (0.6/s)", "errors 2 × connection refused", "(so far 3 requests, 2 errors)");

        traffic.unanswered(cart, "timed out");
        traffic.answered(cart, Duration.ofMillis(10));
        assertThat(progress.line(FIVE_SECONDS.multipliedBy(2), FIVE_SECONDS))
                .contains("requests 2 (0.4/s)", "errors 1 × timed out  ", "(so far 5 requests, 3 errors)");

        traffic.answered(cart, Duration.ofMillis(10));
        assertThat(progress.line(FIVE_SECONDS.multipliedBy(3), FIVE_SECONDS))
                .contains("requests 1 (0.2/s)", "errors none  ", "(so far 6 requests, 3 errors)");
    }
}

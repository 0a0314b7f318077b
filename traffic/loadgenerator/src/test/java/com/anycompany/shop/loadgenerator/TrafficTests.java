package com.anycompany.shop.loadgenerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficTests {

    private final Traffic traffic = new Traffic();

    @ParameterizedTest
    @CsvSource({
        "http://shop,                               GET /",
        "http://shop/products/4006381333931,        GET /products/{id}",
        "http://shop/products?query=a%20b&page=,    GET /products?query",
        "http://shop/products?page=2&category=x,    GET /products?category&page",
        "http://shop/orders/7f-3/again,             GET /orders/{id}/again"
    })
    void route_hasNeitherIdsNorValues(URI address, String name) {
        assertThat(Route.of("GET", address).name()).isEqualTo(name);
    }

    @Test
    void percentiles_areThoseOfTheAnswers() {
        for (int millis = 1; millis <= 100; millis++) {
            traffic.answered(new Route("GET /"), Duration.ofMillis(millis));
        }
        traffic.unanswered(new Route("GET /"), "connection refused");

        PageCount home = traffic.pages().get("GET /");
        assertThat(home.requests()).isEqualTo(101);
        assertThat(home.errors()).isEqualTo(1);
        assertThat(home.answers().getValueAtPercentile(95)).isBetween(95_000L, 96_000L);
        assertThat(Latency.of(home.answers(), 50)).isEqualTo("50 ms");
    }

    @Test
    void answerBeyondAMinute_isCountedAsAMinute() {
        traffic.answered(new Route("GET /"), Duration.ofHours(1));

        assertThat(Latency.of(traffic.recent(), 99)).isBetween("59,000 ms", "61,000 ms");
    }

    @Test
    void kinds_areBounded() {
        for (int number = 0; number < 1000; number++) {
            traffic.answered(new Route("GET /" + number), Duration.ofMillis(1));
            traffic.expectedError("kind " + number);
        }

        assertThat(traffic.pages()).hasSizeLessThanOrEqualTo(65);
        assertThat(traffic.expectedErrors()).hasSizeLessThanOrEqualTo(65);
        assertThat(traffic.requests()).isEqualTo(1000);
    }
}

package com.anycompany.shop.frontend.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LastKnownAnswersTests {

    private static final ProductId SPEAKER = new ProductId("2001492513595");
    private static final Money PRICE = new Money(new BigDecimal("24.90"), "USD");

    private Instant now = Instant.parse("2026-12-01T12:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void answer_hasItsAge() {
        LastKnownAnswers answers = answers(10, DataSize.ofMegabytes(1));
        answers.put("home", products("Barrel"));
        now = now.plus(Duration.ofMinutes(3));

        assertThat(answers.get("home"))
                .hasValueSatisfying(answer -> assertThat(answer.ageInMinutes()).isEqualTo(3));
        assertThat(answers.get("other")).isEmpty();
    }

    @Test
    void answerThatIsTooOld_isNotShown() {
        LastKnownAnswers answers = answers(10, DataSize.ofMegabytes(1));
        answers.put("home", products("Barrel"));
        now = now.plus(Duration.ofHours(25));

        assertThat(answers.get("home")).isEmpty();
        assertThat(answers.product(SPEAKER)).isEmpty();
    }

    @Test
    void entries_areBounded_andTheLeastRecentlyUsedGoesFirst() {
        LastKnownAnswers answers = answers(2, DataSize.ofMegabytes(1));
        answers.put("a", products("A"));
        answers.put("b", products("B"));
        answers.get("a");
        answers.put("c", products("C"));

        assertThat(answers.get("a")).isPresent();
        assertThat(answers.get("b")).isEmpty();
        assertThat(answers.get("c")).isPresent();
        assertThat(answers.size()).isEqualTo(2);
    }

    @Test
    void bytes_areBounded_andCountedDownAgain() {
        LastKnownAnswers answers = answers(1_000, DataSize.ofKilobytes(64));
        for (int i = 0; i < 200; i++) {
            answers.put("page " + i, products("x".repeat(1_000)));
            assertThat(answers.bytes()).isBetween(1L, 64L * 1024);
        }
        assertThat(answers.size()).isBetween(10, 40);
        for (int i = 0; i < 200; i++) {
            answers.remove("page " + i);
        }
        assertThat(answers.bytes()).isZero();
    }

    @Test
    void answerThatIsLargerThanTheWholeCache_isNotKept() {
        LastKnownAnswers answers = answers(10, DataSize.ofKilobytes(4));
        answers.put("small", products("A"));
        answers.put("large", products("x".repeat(10_000)));

        assertThat(answers.get("large")).isEmpty();
        assertThat(answers.get("small")).isPresent();
    }

    @Test
    void noEntries_switchesItOff() {
        LastKnownAnswers answers = answers(0, DataSize.ofMegabytes(1));
        answers.put("home", products("Barrel"));

        assertThat(answers.get("home")).isEmpty();
    }

    @Test
    void product_isTakenFromTheYoungestAnswerThatHasIt() {
        LastKnownAnswers answers = answers(10, DataSize.ofMegabytes(1));
        answers.put("list", products("Old name"));
        now = now.plus(Duration.ofMinutes(5));
        answers.put("product", products("New name"));
        answers.get("list");

        assertThat(answers.product(SPEAKER)).hasValueSatisfying(answer -> {
            assertThat(answer.value().name()).isEqualTo("New name");
            assertThat(answer.ageInMinutes()).isZero();
        });
    }

    private LastKnownAnswers answers(int maxEntries, DataSize maxSize) {
        return new LastKnownAnswers(maxEntries, maxSize, Duration.ofHours(24), clock);
    }

    private static Products products(String name) {
        Product product = new Product(SPEAKER, name, "Description", "Brand", "audio", PRICE, "/images/a.svg");
        return new Products(List.of(product), 0, 12, 1);
    }
}

package com.anycompany.service.spring.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");

    @Test
    void whatWasWritten_isRead() {
        ItemReader item = ItemReader.of(new ItemWriter()
                .text("id", "o-1")
                .number("version", 1L << 40)
                .decimal("total", new BigDecimal("10.90"))
                .millis("placedAt", NOW)
                .seconds("expiresAt", NOW)
                .map("address", new ItemWriter().text("city", "Oslo"))
                .maps("lines", List.of(new ItemWriter().number("quantity", 2)))
                .item());

        assertThat(item.text("id")).isEqualTo("o-1");
        assertThat(item.number("version")).isEqualTo(1L << 40);
        assertThat(item.decimal("total")).isEqualTo(new BigDecimal("10.90"));
        assertThat(item.millis("placedAt")).isEqualTo(NOW);
        assertThat(item.seconds("expiresAt")).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(item.map("address").text("city")).isEqualTo("Oslo");
        assertThat(item.maps("lines"))
                .singleElement()
                .satisfies(line -> assertThat(line.integer("quantity")).isEqualTo(2));
    }

    @Test
    void null_isNotWritten() {
        Map<String, ?> item = new ItemWriter().text("reason", null).item();

        assertThat(item).isEmpty();
    }

    @Test
    void missingAttribute_isNamedUnlessItIsOptional() {
        ItemReader item = ItemReader.of(new ItemWriter().text("id", "o-1").item());

        assertThat(item.optionalText("reason")).isEmpty();
        assertThat(item.has("reason")).isFalse();
        assertThatThrownBy(() -> item.text("reason"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reason");
    }
}

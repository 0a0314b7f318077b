package com.anycompany.shop.frontend.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopperSecretsTests {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final ShopperSecrets NONE = new ShopperSecrets(List.of());

    @Test
    void cookie_isReadAsItWasWritten() {
        ShopperSecrets secrets = NONE.renewed(NOW).renewed(NOW);

        assertThat(ShopperSecrets.read(secrets.cookie(), NOW)).isEqualTo(secrets);
    }

    @Test
    void id_isAHash_fromWhichNoPartOfTheSecretCanBeRead() {
        ShopperSecret secret = ShopperSecret.parse("6a02d1f0." + "A".repeat(43)).orElseThrow();

        assertThat(secret.id().value()).isEqualTo("5b4e52e6-4937-260c-3eeb-aa1ce5f00f89");
        assertThat(secret).hasToString("ShopperSecret[id=" + secret.id() + "]");
    }

    @Test
    void otherTimeInTheSecret_makesAnotherId() {
        ShopperSecret secret = ShopperSecret.draw(NOW);
        ShopperSecret younger =
                ShopperSecret.parse("6fffffff" + secret.text().substring(8)).orElseThrow();

        assertThat(younger.id()).isNotEqualTo(secret.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "5f7f8b0e-3c1b-4b0f-9a57-1c2d3e4f5a6b",
                "6A02D1F0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "6a02d1f0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "6a02d1f0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "ffffffff.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void otherText_isNoSecret(String text) {
        assertThat(ShopperSecrets.read(text, NOW).newestFirst()).isEmpty();
    }

    @Test
    void idsOfEarlierVersions_andIdsOfToday_areNoSecrets() {
        String id = ShopperSecret.draw(NOW).id().value();

        assertThat(ShopperSecrets.read(id, NOW).newestFirst()).isEmpty();
        assertThat(ShopperSecrets.read(UUID.randomUUID().toString(), NOW).newestFirst())
                .isEmpty();
    }

    @Test
    void secret_makesTheShopperFor30Days_andOpensItsOrdersForAYear() {
        String cookie = NONE.renewed(NOW).cookie();

        assertThat(readAfter(cookie, Duration.ofDays(29)).isCurrent(NOW.plus(Duration.ofDays(29))))
                .isTrue();
        assertThat(readAfter(cookie, Duration.ofDays(31)).isCurrent(NOW.plus(Duration.ofDays(31))))
                .isFalse();
        assertThat(readAfter(cookie, Duration.ofDays(31)).ids()).hasSize(1);
        assertThat(readAfter(cookie, Duration.ofDays(366)).ids()).isEmpty();
    }

    @Test
    void secretIsOld_afterHalfItsLifetime() {
        ShopperSecrets secrets = NONE.renewed(NOW);

        assertThat(secrets.isOld(NOW.plus(Duration.ofDays(14)))).isFalse();
        assertThat(secrets.isOld(NOW.plus(Duration.ofDays(16)))).isTrue();
    }

    @Test
    void browserKeepsTheTenNewest() {
        ShopperSecrets secrets = NONE;
        for (int i = 0; i < 12; i++) {
            secrets = secrets.renewed(NOW.plus(Duration.ofHours(i)));
        }

        assertThat(secrets.newestFirst()).hasSize(ShopperSecrets.MOST);
        assertThat(secrets.newestFirst().get(0).drawnAt()).isEqualTo(NOW.plus(Duration.ofHours(11)));
        assertThat(secrets.cookie().length()).isLessThan(600);
        assertThat(ShopperSecrets.read(secrets.cookie(), NOW.plus(Duration.ofHours(11))))
                .isEqualTo(secrets);
    }

    @Test
    void ordersInQuickSuccession_loseNoSecretThatAnUndecidedOrderNeeds() {
        ShopperSecrets secrets = NONE;
        for (int i = 0; i < ShopperSecrets.MOST; i++) {
            secrets = secrets.renewed(NOW.plusSeconds(i));
        }

        Instant oldestReplaced = NOW.plusSeconds(1);
        assertThat(secrets.renewed(oldestReplaced.plus(Duration.ofMinutes(14)))).isEqualTo(secrets);
        assertThat(secrets.renewed(oldestReplaced.plus(Duration.ofMinutes(16))).newestFirst())
                .hasSize(ShopperSecrets.MOST)
                .doesNotContain(secrets.newestFirst().get(ShopperSecrets.MOST - 1));
    }

    @Test
    void expiredSecret_isReplacedInAnyCase() {
        ShopperSecret expired = ShopperSecret.draw(NOW.minus(Duration.ofDays(31)));
        ShopperSecret recent = ShopperSecret.draw(NOW);
        List<ShopperSecret> mixed = new ArrayList<>(List.of(expired));
        mixed.addAll(Collections.nCopies(ShopperSecrets.MOST - 1, recent));

        assertThat(new ShopperSecrets(List.copyOf(mixed)).renewed(NOW).isCurrent(NOW))
                .isTrue();
    }

    @Test
    void cookieThatIsTooLong_isIgnored() {
        assertThat(ShopperSecrets.read("x~".repeat(600) + NONE.renewed(NOW).cookie(), NOW)
                        .newestFirst())
                .isEmpty();
    }

    private static ShopperSecrets readAfter(String cookie, Duration time) {
        return ShopperSecrets.read(cookie, NOW.plus(time));
    }
}

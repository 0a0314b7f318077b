package com.anycompany.shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EanTests {

    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "2001492513595", "0000000000000"})
    void rightCheckDigit_isValid(String ean) {
        assertThat(Ean.isValid(ean)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333932", "4006381339331", "400638133393", "40063813339311", "40063813339x1", ""})
    void anythingElse_isNot(String text) {
        assertThat(Ean.isValid(text)).isFalse();
    }
}

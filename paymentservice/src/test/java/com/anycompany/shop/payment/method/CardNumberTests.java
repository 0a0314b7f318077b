package com.anycompany.shop.payment.method;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4000 0000 0000 9995", "378282246310005", "6011-0009-9013-9424"})
    void rightCheckDigit_isWellFormed(String number) {
        assertThat(CardNumber.of(number).isWellFormed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4242424242424243", "4242", "4242424242424242424242", "4242a24242424242", "٤242424242424242"
            })
    void anythingElse_isNot(String number) {
        assertThat(CardNumber.of(number).isWellFormed()).isFalse();
        assertThat(CardNumber.of(number)).hasToString("••••");
    }
}

package com.anycompany.shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MoneyTests {

    @Test
    void amount_alwaysHasTwoDecimals() {
        assertThat(JsonMapper.shared().writeValueAsString(new Money(new BigDecimal("24.9"), "USD")))
                .isEqualTo("{\"amount\":24.90,\"currency\":\"USD\"}");
    }

    @Test
    void fractionOfACent_isRefused() {
        assertThatThrownBy(() -> new Money(new BigDecimal("0.005"), "USD")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void negativeAmountAndOddCurrency_areRefusedByName() {
        assertThatThrownBy(() -> new Money(new BigDecimal("-1"), "USD")).hasMessageContaining("amount");
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, "dollars")).hasMessageContaining("currency");
    }
}

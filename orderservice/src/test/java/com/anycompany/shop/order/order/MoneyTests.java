package com.anycompany.shop.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void tenDimesAreExactlyADollar() {
        Money sum = Collections.nCopies(10, usd("0.1")).stream().reduce(Money.ZERO, Money::plus);

        assertThat(sum).isEqualTo(usd("1.00"));
        assertThat(usd("0.1").times(10)).isEqualTo(sum);
    }

    @Test
    void lineTotal_isPriceTimesQuantityToTheCent() {
        assertThat(OrderLine.of(new ProductId("4006381333931"), "P", "/p.svg", 99, usd("19.99"))
                        .lineTotal())
                .isEqualTo(usd("1979.01"));
    }

    @Test
    void otherCurrency_isNotAdded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usd("1").plus(new Money(BigDecimal.ONE, "EUR")))
                .withMessageContaining("EUR");
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}

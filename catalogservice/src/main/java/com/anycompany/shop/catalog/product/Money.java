package com.anycompany.shop.catalog.product;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amount of money with its currency, exact to the cent. */
public record Money(BigDecimal amount, String currency) {

    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount must not be negative: " + amount);
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as USD: " + currency);
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}

package com.anycompany.shop.payment.payment;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** Amount of money in the shop's currency, with two decimals. */
record Money(
        @NotNull(message = "is missing: give the amount, such as 24.90")
        @Positive(message = "must be more than 0")
        @Digits(integer = 9, fraction = 2, message = "must have at most 9 digits before and 2 after the point")
        BigDecimal amount,

        @NotNull(message = "is missing: give USD")
        @Pattern(regexp = "USD", message = "must be USD, the shop's currency")
        String currency) {

    Money {
        if (amount != null && amount.scale() < 2) {
            amount = amount.setScale(2);
        }
    }
}

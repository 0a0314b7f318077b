package com.anycompany.shop.order.order;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** Amount of money in the shop's currency, always with two decimals, so that sums are exact to the cent. */
public record Money(
        @NotNull(message = "is missing: give the amount, such as 24.90")
        @PositiveOrZero(message = "must not be negative")
        @Digits(integer = 9, fraction = 2, message = "must have at most 9 digits before and 2 after the point")
        BigDecimal amount,

        @NotNull(message = "is missing: give USD")
        @Pattern(regexp = "USD", message = "must be USD, the shop's currency")
        String currency) {

    public static final Money ZERO = new Money(BigDecimal.ZERO, "USD");

    public Money {
        if (amount != null && amount.scale() < 2) {
            amount = amount.setScale(2);
        }
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Can't add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }
}

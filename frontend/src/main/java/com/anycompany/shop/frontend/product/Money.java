package com.anycompany.shop.frontend.product;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An amount in a currency, as the services exchange it. */
public record Money(BigDecimal amount, String currency) {

    private static final Map<String, NumberFormat> FORMATS = new ConcurrentHashMap<>();

    /** Adds trailing zeros that a service left out, up to the cents. */
    public Money {
        amount = amount.setScale(Math.max(2, amount.scale()));
    }

    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Can't add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** As shoppers read it, {@code $24.90}. */
    public String display() {
        NumberFormat format = FORMATS.computeIfAbsent(currency, Money::format);
        // A format isn't safe for use by several threads.
        return ((NumberFormat) format.clone()).format(amount);
    }

    private static NumberFormat format(String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(currency));
        return format;
    }
}

package com.anycompany.shop.recommendation.catalog;

import java.math.BigDecimal;

/** A product as the catalog describes it, handed on to whoever shows it. */
public record Product(
        String id,
        String name,
        String description,
        String brand,
        String category,
        Money price,
        String picture,
        boolean featured) {

    public record Money(BigDecimal amount, String currency) {}
}

package com.anycompany.shop.recommendation;

import java.math.BigDecimal;

/** Product as the catalog describes it; it is passed on as it is. */
record Product(
        ProductId id,
        String name,
        String description,
        String brand,
        String category,
        Money price,
        String picture,
        boolean featured) {

    record Money(BigDecimal amount, String currency) {}
}

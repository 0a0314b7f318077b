package com.anycompany.shop.catalog.product;

import java.util.Locale;

/** Product that the shop sells; its price here is the only one that counts. */
public record Product(
        ProductId id, String name, String description, String brand, Category category, Money price, boolean featured) {

    public Product {
        if (!Ean.isValid(id.value())) {
            throw new IllegalArgumentException("id must be a valid EAN-13: " + id);
        }
    }

    /** Where the storefront serves the picture. */
    String picture() {
        return "/images/products/" + id + ".svg";
    }

    /** All that a free-text search looks at, in lower case. */
    String searchText() {
        return String.join(" ", name, brand, category.name(), description).toLowerCase(Locale.ROOT);
    }
}

package com.anycompany.shop.catalog.product;

import java.util.Locale;

/** Something that the shop sells; its price here is the only one that counts. */
public record Product(
        String id, String name, String description, String brand, Category category, Money price, boolean featured) {

    public Product {
        if (!Ean.isValid(id)) {
            throw new IllegalArgumentException("id must be a valid EAN-13: " + id);
        }
    }

    /** Where the storefront serves the picture. */
    String picture() {
        return "/images/products/" + id + ".svg";
    }

    /** All that a free-text search looks at, in lower case. */
    public String searchText() {
        return String.join(" ", name, brand, category.name(), description).toLowerCase(Locale.ROOT);
    }
}

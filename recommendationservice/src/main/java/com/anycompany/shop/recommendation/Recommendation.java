package com.anycompany.shop.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Recommendation: the products to show beside a product, the best first. */
record Recommendation(ProductId productId, Basis basis, List<Product> products) {

    /** Why these products: {@code BOUGHT_TOGETHER} as soon as one of them was. */
    enum Basis {
        @JsonProperty("bought-together")
        BOUGHT_TOGETHER,
        @JsonProperty("same-category")
        SAME_CATEGORY
    }
}

package com.anycompany.shop.recommendation.suggestion;

import com.anycompany.shop.recommendation.catalog.Product;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What to show beside a product, the best first. */
record Recommendation(String productId, Basis basis, List<Product> products) {

    /** Why these products: {@code BOUGHT_TOGETHER} as soon as one of them was. */
    enum Basis {
        @JsonProperty("bought-together")
        BOUGHT_TOGETHER,
        @JsonProperty("same-category")
        SAME_CATEGORY
    }
}

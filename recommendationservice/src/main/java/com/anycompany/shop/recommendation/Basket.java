package com.anycompany.shop.recommendation;

import java.util.ArrayList;
import java.util.List;

/** Basket: the products of one order. Of a long one, the first ten count. */
record Basket(OrderId orderId, List<ProductId> productIds) {

    /** Ten products make 90 ordered pairs, which fit with the order's mark into one transaction of at most 100 items. */
    static final int PAIRED = 10;

    /** Each product with each other one, in both directions. */
    List<Pair> pairs() {
        List<ProductId> different = productIds.stream().distinct().limit(PAIRED).toList();
        List<Pair> pairs = new ArrayList<>();
        for (ProductId product : different) {
            for (ProductId other : different) {
                if (!product.equals(other)) {
                    pairs.add(new Pair(product, other));
                }
            }
        }
        return pairs;
    }

    /** Ordered pair: beside the product, the other one may be shown. */
    record Pair(ProductId product, ProductId other) {}
}

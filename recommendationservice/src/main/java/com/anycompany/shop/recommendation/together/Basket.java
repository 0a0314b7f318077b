package com.anycompany.shop.recommendation.together;

import java.util.ArrayList;
import java.util.List;

/** What one order contained; whatever comes first of it counts, if it is long. */
record Basket(String orderId, List<String> productIds) {

    /** Ten products make 90 ordered pairs, which fit with the order's mark into one transaction of at most 100 items. */
    static final int PAIRED = 10;

    /** Each product with each other one, in both directions. */
    List<Pair> pairs() {
        List<String> different = productIds.stream().distinct().limit(PAIRED).toList();
        List<Pair> pairs = new ArrayList<>();
        for (String product : different) {
            for (String other : different) {
                if (!product.equals(other)) {
                    pairs.add(new Pair(product, other));
                }
            }
        }
        return pairs;
    }

    /** Whoever looks at the product may be shown the other one. */
    record Pair(String product, String other) {}
}

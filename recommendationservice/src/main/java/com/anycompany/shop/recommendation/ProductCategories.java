package com.anycompany.shop.recommendation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Bounded cache of products' categories, so that a category can be asked for before its product is known. An entry is only a
 * guess: who uses it checks that the answer holds the product (docs/adr/059-remembered-categories.md).
 */
@Component
class ProductCategories {

    private static final int MOST = 10_000;

    private final Map<ProductId, String> categories = Collections.synchronizedMap(new Lru());

    @Nullable
    String guess(ProductId product) {
        return categories.get(product);
    }

    void remember(Product product) {
        categories.put(product.id(), product.category());
    }

    void forget(ProductId product) {
        categories.remove(product);
    }

    /** Drops what was used longest ago. */
    @SuppressWarnings("serial") // It is never serialised.
    private static final class Lru extends LinkedHashMap<ProductId, String> {

        private Lru() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ProductId, String> eldest) {
            return size() > MOST;
        }
    }
}

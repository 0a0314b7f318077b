package com.anycompany.shop.catalog.product;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Search for products: all given conditions hold at once, an absent one holds for every product.
 *
 * @param words each must occur in the product's name, brand, category or description
 * @param ids none asks for products by id when it is null, none matches when it is empty
 */
record ProductSearch(
        List<String> words,
        @Nullable String category,
        @Nullable List<ProductId> ids,
        @Nullable Boolean featured) {

    static ProductSearch of(
            @Nullable String query,
            @Nullable String category,
            @Nullable List<ProductId> ids,
            @Nullable Boolean featured) {
        List<String> words = query == null
                ? List.of()
                : Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        return new ProductSearch(words, category == null || category.isEmpty() ? null : category, ids, featured);
    }

    boolean matches(Product product) {
        return (category == null || category.equals(product.category().id()))
                && (ids == null || ids.contains(product.id()))
                && (featured == null || featured == product.featured())
                && words.stream().allMatch(product.searchText()::contains);
    }
}

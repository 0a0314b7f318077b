package com.anycompany.shop.catalog.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Search for products: all given conditions hold at once, an absent one holds for every product.
 *
 * @param words each must occur in the product's name, brand, category or description; null if none is asked for, empty if what is
 *     asked for is no word and is found nowhere
 * @param ids none asks for products by id when it is null, none matches when it is empty
 * @param price null if any will do
 */
record ProductSearch(
        @Nullable List<SearchWord> words,
        @Nullable String category,
        @Nullable List<ProductId> ids,
        @Nullable Boolean featured,
        @Nullable PriceRange price) {

    static ProductSearch of(
            @Nullable String query,
            @Nullable String category,
            @Nullable List<ProductId> ids,
            @Nullable Boolean featured,
            @Nullable PriceRange price) {
        List<SearchWord> words = query == null || query.isBlank() ? null : SearchWord.of(query);
        return new ProductSearch(words, category == null || category.isEmpty() ? null : category, ids, featured, price);
    }

    /** Whether words are asked for that a typing error may have spoilt. */
    boolean hasWords() {
        return words != null && !words.isEmpty();
    }

    boolean matches(Product product) {
        return meetsConditions(product)
                && (words == null || (!words.isEmpty() && words.stream().allMatch(word -> word.isIn(product))));
    }

    /** As {@link #matches}, but each word may have one typing error. */
    boolean almostMatches(Product product) {
        return meetsConditions(product) && words != null && words.stream().allMatch(word -> word.isAlmostIn(product));
    }

    /** The same without words. */
    ProductSearch withoutWords() {
        return new ProductSearch(null, category, ids, featured, price);
    }

    private boolean meetsConditions(Product product) {
        return (category == null || category.equals(product.category().id()))
                && (ids == null || ids.contains(product.id()))
                && (featured == null || featured == product.featured())
                && (price == null || price.contains(product.price().amount()));
    }
}

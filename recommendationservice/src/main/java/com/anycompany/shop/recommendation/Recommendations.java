package com.anycompany.shop.recommendation;

import com.anycompany.shop.recommendation.Recommendation.Basis;
import com.anycompany.xray.spring.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Chooses the products to show beside a product: first those that were bought with it, then its neighbours in the category.
 *
 * <ol>
 *   <li>One query of the table for the most frequent companions.
 *   <li>One call to the catalog for the product itself and all companions; those that are gone are missing from it.
 *   <li>Only when that is too little, one more call for the category.
 * </ol>
 */
@Component
class Recommendations {

    private static final Logger log = LoggerFactory.getLogger(Recommendations.class);

    /** Companions asked for beyond the wanted number, since some may be gone from the catalog. */
    private static final int SPARE = 8;

    private final BoughtTogether boughtTogether;
    private final Catalog catalog;

    Recommendations(BoughtTogether boughtTogether, Catalog catalog) {
        this.boughtTogether = boughtTogether;
        this.catalog = catalog;
    }

    @Traced
    public Recommendation recommend(ProductId productId, int limit) {
        List<ProductId> companions = companions(productId, limit + SPARE);
        Map<ProductId, Product> known = catalog.products(
                Stream.concat(Stream.of(productId), companions.stream()).toList());
        Product product = known.get(productId);
        if (product == null) {
            throw new UnknownProduct(productId);
        }
        List<Product> chosen = companions.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .limit(limit)
                .toList();
        Basis basis = chosen.isEmpty() ? Basis.SAME_CATEGORY : Basis.BOUGHT_TOGETHER;
        return new Recommendation(productId, basis, chosen.size() < limit ? fillUp(chosen, product, limit) : chosen);
    }

    /** A page lives better with the second-best choice than with none, so the table may fail. */
    private List<ProductId> companions(ProductId productId, int limit) {
        try {
            return boughtTogether.mostOften(productId, limit);
        } catch (SdkException e) {
            log.warn("Recommending from the category only, the table can't be read: {}", e.getMessage());
            return List.of();
        }
    }

    private List<Product> fillUp(List<Product> chosen, Product product, int limit) {
        List<Product> filled = new ArrayList<>(chosen);
        neighbours(product)
                .filter(neighbour -> !chosen.contains(neighbour))
                .limit((long) limit - chosen.size())
                .forEach(filled::add);
        return filled;
    }

    /** The category's other products, from those that follow by name round to those before: not the same for each. */
    private Stream<Product> neighbours(Product product) {
        List<Product> category = catalog.category(product.category());
        int place = category.stream().map(Product::id).toList().indexOf(product.id());
        return Stream.concat(
                category.subList(place + 1, category.size()).stream(),
                category.subList(0, Math.max(place, 0)).stream());
    }
}

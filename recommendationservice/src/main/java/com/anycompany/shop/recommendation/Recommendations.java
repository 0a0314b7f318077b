package com.anycompany.shop.recommendation;

import com.anycompany.shop.recommendation.Recommendation.Basis;
import com.anycompany.xray.spring.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Chooses the products to show beside a product: first those that were bought with it, then its neighbours in the category.
 *
 * <ol>
 *   <li>One query of the table for the most frequent companions.
 *   <li>The catalog: the product and all companions in one call, and its category in another one if the companions are too few.
 *       Where the product's category is remembered, the calls are made in parallel, and one is enough if there are no companions.
 *   <li>Companions that are gone are missing from the answer; if too few are left, the category is asked for then.
 * </ol>
 *
 * <p>Decision: docs/adr/059-remembered-categories.md.
 */
@Component
class Recommendations {

    private static final Logger log = LoggerFactory.getLogger(Recommendations.class);

    /** Companions asked for beyond the wanted number, since some may be gone from the catalog. */
    private static final int SPARE = 8;

    private final BoughtTogether boughtTogether;
    private final Catalog catalog;
    private final ProductCategories categories;
    private final Executor executor;

    Recommendations(
            BoughtTogether boughtTogether,
            Catalog catalog,
            ProductCategories categories,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.boughtTogether = boughtTogether;
        this.catalog = catalog;
        this.categories = categories;
        this.executor = executor;
    }

    @Traced
    public Recommendation recommend(ProductId productId, int limit) {
        List<ProductId> companions = companions(productId, limit + SPARE);
        String category = companions.size() < limit ? categories.guess(productId) : null;
        if (category != null && companions.isEmpty()) {
            Optional<Recommendation> found = fromCategory(productId, category, limit);
            if (found.isPresent()) {
                return found.get();
            }
        }
        Supplier<List<Product>> guessed = category == null || companions.isEmpty() ? List::of : inParallel(category);
        Map<ProductId, Product> known = catalog.products(
                Stream.concat(Stream.of(productId), companions.stream()).toList());
        Product product = known.get(productId);
        if (product == null) {
            categories.forget(productId);
            throw new UnknownProduct(productId);
        }
        categories.remember(product);
        List<Product> chosen = companions.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .limit(limit)
                .toList();
        Basis basis = chosen.isEmpty() ? Basis.SAME_CATEGORY : Basis.BOUGHT_TOGETHER;
        return new Recommendation(
                productId, basis, chosen.size() < limit ? fillUp(chosen, product, guessed.get(), limit) : chosen);
    }

    /** Neighbours of a product without companions; empty if the category doesn't hold the product, or no longer. */
    private Optional<Recommendation> fromCategory(ProductId productId, String category, int limit) {
        List<Product> products = catalog.category(category);
        return find(productId, products)
                .map(product -> new Recommendation(
                        productId,
                        Basis.SAME_CATEGORY,
                        neighbours(product, products).limit(limit).toList()));
    }

    /** Asks for the category on another thread, or on this one when the answer is needed, if no thread is free. */
    private Supplier<List<Product>> inParallel(String category) {
        try {
            CompletableFuture<List<Product>> products =
                    CompletableFuture.supplyAsync(() -> catalog.category(category), executor);
            return () -> result(products);
        } catch (RejectedExecutionException e) {
            return () -> catalog.category(category);
        }
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
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

    /** @param guessed the products of what was its category; not used if the product isn't among them */
    private List<Product> fillUp(List<Product> chosen, Product product, List<Product> guessed, int limit) {
        List<Product> category =
                find(product.id(), guessed).isPresent() ? guessed : catalog.category(product.category());
        List<Product> filled = new ArrayList<>(chosen);
        neighbours(product, category)
                .filter(neighbour -> !chosen.contains(neighbour))
                .limit((long) limit - chosen.size())
                .forEach(filled::add);
        return filled;
    }

    private static Optional<Product> find(ProductId id, List<Product> products) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }

    /** The category's other products, from those that follow by name round to those before: not the same for each. */
    private static Stream<Product> neighbours(Product product, List<Product> category) {
        int place = category.stream().map(Product::id).toList().indexOf(product.id());
        return Stream.concat(
                category.subList(place + 1, category.size()).stream(),
                category.subList(0, Math.max(place, 0)).stream());
    }
}

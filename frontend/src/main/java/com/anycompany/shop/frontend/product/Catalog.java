package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.remote.RemoteCalls;
import com.anycompany.shop.frontend.remote.RemoteService;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Products for pages on which no money is decided. catalogservice is asked for each page; while it is unavailable, the pages
 * show what it answered last. Searches and price ranges aren't kept: one visitor's could displace the answers that other
 * pages need.
 */
@Component
public class Catalog {

    private final CatalogClient client;
    private final LastKnownAnswers lastKnown;

    Catalog(CatalogClient client, LastKnownAnswers lastKnown) {
        this.client = client;
        this.lastKnown = lastKnown;
    }

    public CatalogRequest<Products> featured(int size, RemoteCalls calls) {
        return kept("featured " + size, calls, () -> client.featured(size));
    }

    /** One page of a category, of all products, or of a search. */
    CatalogRequest<Products> list(Search search, int size, RemoteCalls calls) {
        String sort = search.refinement().sort();
        String price = search.refinement().priceRange();
        int page = search.page() - 1;
        Supplier<Products> call =
                () -> client.search(search.query(), search.category(), price, sortParameter(sort), page, size);
        if (search.query() != null || price != null) {
            return new CatalogRequest<>(
                    calls.idempotent(RemoteService.CATALOG, call), found -> {}, () -> {}, Optional::empty);
        }
        return kept("list " + search.category() + " " + sort + " " + page + " " + size, calls, call);
    }

    /** Most lists are by name: their request needn't say so. */
    private static @Nullable String sortParameter(String sort) {
        return sort.equals(Refinement.BY_NAME) ? null : sort;
    }

    CatalogRequest<Product> product(ProductId id, RemoteCalls calls) {
        String key = "product " + id;
        return new CatalogRequest<>(
                calls.idempotent(RemoteService.CATALOG, () -> client.product(id)),
                product -> lastKnown.put(key, new Products(List.of(product), 0, 1, 1)),
                () -> lastKnown.remove(key),
                () -> lastKnown.product(id));
    }

    /** The product as it was seen last, without a request. */
    public Optional<Product> lastKnown(ProductId id) {
        return lastKnown.product(id).map(CatalogAnswer::value);
    }

    private CatalogRequest<Products> kept(String key, RemoteCalls calls, Supplier<Products> call) {
        return new CatalogRequest<>(
                calls.idempotent(RemoteService.CATALOG, call),
                products -> keep(key, products),
                () -> lastKnown.remove(key),
                () -> lastKnown.get(key));
    }

    /** Keeps the answer unless it is empty: requests for pages that don't exist must not fill the cache. */
    private void keep(String key, Products products) {
        if (products.products().isEmpty()) {
            lastKnown.remove(key);
        } else {
            lastKnown.put(key, products);
        }
    }
}

package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.product.Catalog;
import com.anycompany.shop.frontend.product.CatalogClient;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.product.ProductId;
import com.anycompany.shop.frontend.remote.RemoteCalls;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.xray.spring.CurrentTrace;
import com.anycompany.xray.spring.Traced;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Prices carts with the catalog's current prices, which are fetched with one call for all products. Prices that were known earlier
 * are never used: money is decided by what the catalog says now.
 */
@Component
public class CartPricing {

    private final CatalogClient catalog;
    private final Catalog lastKnown;

    CartPricing(CatalogClient catalog, Catalog lastKnown) {
        this.catalog = catalog;
        this.lastKnown = lastKnown;
    }

    @Traced
    public PricedCart price(Cart cart, RemoteCalls calls) {
        return PricedCart.of(cart, cart.items().isEmpty() ? Map.of() : products(cart, calls));
    }

    /** The cart while the catalog is unavailable: no prices, and the names that were known last. */
    PricedCart withoutPrices(Cart cart) {
        CurrentTrace.annotate("last_known", true);
        return PricedCart.withoutPrices(cart, lastKnown::lastKnown);
    }

    private Map<ProductId, Product> products(Cart cart, RemoteCalls calls) {
        String ids = cart.items().stream().map(item -> item.productId().value()).collect(Collectors.joining(","));
        return calls.idempotent(RemoteService.CATALOG, () -> catalog.withIds(ids)).get().products().stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
    }
}

package com.anycompany.shop.frontend.cart;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.anycompany.shop.frontend.product.CatalogClient;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.remote.Calls;
import com.anycompany.shop.frontend.remote.RemoteService;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Prices carts: the catalog says what things cost, with one call for all of them. */
@Component
public class CartPricing {

    private final CatalogClient catalog;

    CartPricing(CatalogClient catalog) {
        this.catalog = catalog;
    }

    @XRayEnabled
    public PricedCart price(Cart cart, Calls calls) {
        if (cart.items().isEmpty()) {
            return PricedCart.of(cart, Map.of());
        }
        String ids = cart.items().stream().map(Cart.Item::productId).collect(Collectors.joining(","));
        Map<String, Product> products =
                calls.read(RemoteService.CATALOG, () -> catalog.withIds(ids)).get().products().stream()
                        .collect(Collectors.toMap(Product::id, Function.identity()));
        return PricedCart.of(cart, products);
    }
}

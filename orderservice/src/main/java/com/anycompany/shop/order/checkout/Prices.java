package com.anycompany.shop.order.checkout;

import com.anycompany.service.spring.http.RetryOnce;
import com.anycompany.shop.order.checkout.CartClient.Cart;
import com.anycompany.shop.order.checkout.CartClient.Item;
import com.anycompany.shop.order.checkout.CatalogClient.Product;
import com.anycompany.shop.order.order.Money;
import com.anycompany.shop.order.order.Order.Purchase;
import com.anycompany.shop.order.order.OrderLine;
import com.anycompany.shop.order.order.ProductId;
import com.anycompany.xray.spring.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/** Prices of carts: those of the catalog, never the browser's. */
@Component
@ImportHttpServices(group = "catalogservice", types = CatalogClient.class)
class Prices {

    private static final Logger log = LoggerFactory.getLogger(Prices.class);

    private final CatalogClient catalog;
    private final RetryOnce retry = RetryOnce.onConnectionFailure();

    Prices(CatalogClient catalog) {
        this.catalog = catalog;
    }

    /** What is bought with this cart, and its total; a problem if a product doesn't exist any more. */
    @Traced
    public Purchase priceCart(Cart cart) {
        Map<String, Product> products = products(cart);
        List<OrderLine> lines = new ArrayList<>();
        List<ProductId> gone = new ArrayList<>();
        for (Item item : cart.items()) {
            ProductId id = new ProductId(item.productId());
            Product product = products.get(item.productId());
            if (product == null) {
                gone.add(id);
            } else {
                lines.add(OrderLine.of(id, product.name(), product.picture(), item.quantity(), product.price()));
            }
        }
        if (!gone.isEmpty()) {
            throw CheckoutProblems.productGone(gone);
        }
        return new Purchase(lines, lines.stream().map(OrderLine::lineTotal).reduce(Money.ZERO, Money::plus));
    }

    private Map<String, Product> products(Cart cart) {
        String ids = cart.items().stream().map(Item::productId).collect(Collectors.joining(","));
        try {
            return retry.call(() -> catalog.products(ids)).products().stream()
                    .collect(Collectors.toMap(Product::id, Function.identity()));
        } catch (RestClientException e) {
            log.warn("Products {} can't be priced: {}", ids, e.toString());
            throw CheckoutProblems.catalogUnavailable(e);
        }
    }
}

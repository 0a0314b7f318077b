package com.anycompany.shop.order.checkout;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.anycompany.shop.order.checkout.CartClient.Cart;
import com.anycompany.shop.order.checkout.CartClient.Item;
import com.anycompany.shop.order.checkout.CatalogClient.Product;
import com.anycompany.shop.order.order.Money;
import com.anycompany.shop.order.order.OrderLine;
import com.anycompany.shop.order.order.Problem;
import com.anycompany.shop.order.order.QuickRetry;
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

/** Says what a cart costs: the catalog's prices, never the browser's. */
@Component
@ImportHttpServices(group = "catalogservice", types = CatalogClient.class)
class Prices {

    private static final Logger log = LoggerFactory.getLogger(Prices.class);

    private final CatalogClient catalog;

    Prices(CatalogClient catalog) {
        this.catalog = catalog;
    }

    @XRayEnabled
    public Quote priceCart(Cart cart) {
        Map<String, Product> products = products(cart);
        List<OrderLine> lines = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (Item item : cart.items()) {
            Product product = products.get(item.productId());
            if (product == null) {
                gone.add(item.productId());
            } else {
                lines.add(OrderLine.of(
                        product.id(), product.name(), product.picture(), item.quantity(), product.price()));
            }
        }
        if (!gone.isEmpty()) {
            throw Problem.productGone(gone);
        }
        return new Quote(lines);
    }

    private Map<String, Product> products(Cart cart) {
        String ids = cart.items().stream().map(Item::productId).collect(Collectors.joining(","));
        try {
            return QuickRetry.of(() -> catalog.products(ids)).products().stream()
                    .collect(Collectors.toMap(Product::id, Function.identity()));
        } catch (RestClientException e) {
            log.warn("Products {} can't be priced: {}", ids, e.toString());
            throw Problem.catalogUnavailable();
        }
    }

    /** What is bought, at which prices. */
    record Quote(List<OrderLine> lines) {

        Money total() {
            return lines.stream().map(OrderLine::lineTotal).reduce(Money.ZERO, Money::plus);
        }
    }
}

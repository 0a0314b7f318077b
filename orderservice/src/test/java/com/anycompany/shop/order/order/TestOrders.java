package com.anycompany.shop.order.order;

import com.anycompany.shop.order.order.Order.Buyer;
import com.anycompany.shop.order.order.Order.CartVersion;
import com.anycompany.shop.order.order.Order.Origin;
import com.anycompany.shop.order.order.Order.Purchase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders for tests of repositories and clients. */
public final class TestOrders {

    private TestOrders() {}

    /** A new shopper's, of one product. */
    public static Order pending() {
        Money price = new Money(new BigDecimal("24.90"), "USD");
        String shopper = UUID.randomUUID().toString();
        return Order.pending(
                new Buyer(
                        new ShopperId(shopper),
                        "ada@example.com",
                        new Address("Ada", "1 Main Street", "London", null, "N1", "GB")),
                new CartVersion(new CartId(shopper), 3),
                new Purchase(
                        List.of(OrderLine.of(
                                new ProductId("4006381333931"), "Pen", "/images/products/pen.svg", 1, price)),
                        price),
                "card",
                new Origin(Instant.now(), null));
    }
}

package com.anycompany.shop.order.order;

import com.anycompany.shop.order.payment.PaymentDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders for tests of what lies behind the checkout. */
public final class TestOrders {

    private TestOrders() {}

    /** A new shopper's, of one product. */
    public static Order pending() {
        Money price = new Money(new BigDecimal("24.90"), "USD");
        String shopper = UUID.randomUUID().toString();
        return new Order(
                UUID.randomUUID().toString(),
                OrderStatus.PENDING,
                shopper,
                shopper,
                3,
                "ada@example.com",
                List.of(OrderLine.of("4006381333931", "Pen", "/images/products/pen.svg", 1, price)),
                price,
                new Address("Ada", "1 Main Street", "London", "N1", "GB"),
                PaymentDetails.CARD,
                "4242",
                null,
                null,
                Instant.now(),
                null,
                0);
    }
}

package com.anycompany.shop.order.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Order, with all that is needed to finish or cancel it without the request that placed it: the cart's version, so that just
 * that cart is emptied, and the trace to which it belongs.
 */
public record Order(
        OrderId id, State state, Buyer buyer, CartVersion cart, Purchase purchase, Payment payment, Origin origin) {

    /** A new order, which is not paid yet. */
    public static Order pending(Buyer buyer, CartVersion cart, Purchase purchase, String method, Origin origin) {
        return new Order(
                OrderId.random(),
                new State(OrderStatus.PENDING, null, 0),
                buyer,
                cart,
                purchase,
                new Payment(method, null),
                origin);
    }

    public OrderStatus status() {
        return state.status();
    }

    /** Why it was declined or cancelled. */
    public @Nullable String reason() {
        return state.reason();
    }

    /** How often the sweeper has taken it up. */
    public int tries() {
        return state.tries();
    }

    public ShopperId shopperId() {
        return buyer.id();
    }

    /** What was bought together. */
    public List<ProductId> productIds() {
        return purchase.lines().stream().map(OrderLine::productId).toList();
    }

    /** Status, the reason for it where the order failed, and how often the sweeper has taken it up. */
    public record State(OrderStatus status, @Nullable String reason, int tries) {}

    /** Shopper, and where invoice and parcel go. */
    public record Buyer(ShopperId id, String email, Address shippingAddress) {}

    /** Cart at one version: one content, for ever. */
    public record CartVersion(CartId id, long version) {}

    /** What is bought, and for how much. */
    public record Purchase(List<OrderLine> lines, Money total) {}

    /** Payment method, and the payment once it is captured or declined. */
    public record Payment(String method, @Nullable PaymentReference made) {}

    /** When the order was placed, and its trace as a trace header; null if it isn't recorded. */
    public record Origin(Instant placedAt, @Nullable String trace) {}
}

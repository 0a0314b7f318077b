package com.anycompany.shop.order.order;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What can go wrong with an order, as its shopper is told it: RFC 9457 problems with a type and a remedy. */
public final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    private Problem(HttpStatus status, String slug, String title, String detail, Map<String, Object> properties) {
        super(status, body(status, slug, title, detail, properties), null);
    }

    public static Problem emptyCart() {
        return new Problem(
                HttpStatus.CONFLICT,
                "empty-cart",
                "Empty cart",
                "There is nothing in the cart. Put something in and check out again.",
                Map.of());
    }

    public static Problem productGone(List<String> productIds) {
        return new Problem(
                HttpStatus.CONFLICT,
                "product-gone",
                "Product gone",
                "Some products are no longer for sale. Take them out of the cart and check out again.",
                Map.of("productIds", productIds));
    }

    public static Problem priceChanged(Money total) {
        return new Problem(
                HttpStatus.CONFLICT,
                "price-changed",
                "Price changed",
                "The total is " + total.amount() + " " + total.currency() + " now. Confirm it and submit again.",
                Map.of("total", total));
    }

    public static Problem cartUnavailable() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "cart-unavailable",
                "Cart unavailable",
                "The cart can't be read right now; nothing was ordered. Try again in a moment.",
                Map.of());
    }

    public static Problem catalogUnavailable() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "catalog-unavailable",
                "Catalog unavailable",
                "Prices can't be looked up right now; nothing was ordered. Try again in a moment.",
                Map.of());
    }

    public static Problem busy() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "orders-unavailable",
                "Orders unavailable",
                "The order can't be written right now. Submit again with the same Idempotency-Key.",
                Map.of());
    }

    public static Problem keyReused() {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency key reused",
                "This Idempotency-Key was sent with a different order. Use a new key for a new order.",
                Map.of());
    }

    public static Problem withdrawn() {
        return new Problem(
                HttpStatus.GONE,
                "submission-withdrawn",
                "Submission withdrawn",
                "This submission was given up, and nothing was ordered. Submit again with a new Idempotency-Key.",
                Map.of());
    }

    public static Problem unknownSubmission() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-submission",
                "Unknown submission",
                "No order was placed with this key so far. Ask again, or withdraw it.",
                Map.of());
    }

    public static Problem cartOrdered(Order buyer) {
        return new Problem(
                HttpStatus.CONFLICT,
                "cart-ordered",
                "Cart ordered already",
                "What is in the cart is being bought by order " + buyer.id() + ". Look at that order.",
                Map.of("orderId", buyer.id()));
    }

    public static Problem declined(Order order) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("orderId", order.id());
        properties.put("reason", String.valueOf(order.reason()));
        return new Problem(
                HttpStatus.PAYMENT_REQUIRED,
                "payment-declined",
                "Payment declined",
                "The payment was declined (" + order.reason() + "). Pay another way, with a new Idempotency-Key.",
                properties);
    }

    public static Problem invalidPayment(Order order, List<FieldProblem> errors) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-request",
                "Invalid request",
                "The payment details were refused. Correct them and submit with a new Idempotency-Key.",
                Map.of("errors", errors, "orderId", order.id()));
    }

    static Problem unknownOrder(String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-order",
                "Unknown order",
                "There is no order " + id + ". Check the id.",
                Map.of());
    }

    static ProblemDetail body(
            HttpStatus status, String slug, String title, String detail, Map<String, Object> properties) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + slug));
        problem.setTitle(title);
        properties.forEach(problem::setProperty);
        return problem;
    }
}

package com.anycompany.shop.order.checkout;

import com.anycompany.service.spring.problem.FieldViolation;
import com.anycompany.service.spring.problem.ProblemException;
import com.anycompany.shop.order.order.Money;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.ProductId;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Problems of the checkout. */
final class CheckoutProblems {

    private CheckoutProblems() {}

    static ProblemException emptyCart() {
        return ProblemException.of(HttpStatus.CONFLICT, "empty-cart")
                .detail("There is nothing in the cart. Put something in and check out again.")
                .build();
    }

    static ProblemException productGone(List<ProductId> products) {
        return ProblemException.of(HttpStatus.CONFLICT, "product-gone")
                .detail("Some products are no longer for sale. Take them out of the cart and check out again.")
                .property("productIds", products.stream().map(ProductId::value).toList())
                .build();
    }

    static ProblemException priceChanged(Money total) {
        return ProblemException.of(HttpStatus.CONFLICT, "price-changed")
                .detail("The total is " + total.amount() + " " + total.currency()
                        + " now. Confirm it and submit again.")
                .property("total", total)
                .build();
    }

    static ProblemException cartUnavailable(Exception cause) {
        return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "cart-unavailable")
                .detail("The cart can't be read right now; nothing was ordered. Try again in a moment.")
                .cause(cause)
                .build();
    }

    static ProblemException catalogUnavailable(Exception cause) {
        return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "catalog-unavailable")
                .detail("Prices can't be looked up right now; nothing was ordered. Try again in a moment.")
                .cause(cause)
                .build();
    }

    static ProblemException busy() {
        return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "orders-unavailable")
                .detail("The order can't be written right now. Submit again with the same Idempotency-Key.")
                .build();
    }

    static ProblemException keyReused() {
        return ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused")
                .detail("This Idempotency-Key was sent with a different order. Use a new key for a new order.")
                .build();
    }

    static ProblemException withdrawn() {
        return ProblemException.of(HttpStatus.GONE, "submission-withdrawn")
                .detail("This submission was withdrawn, and nothing was ordered. Submit again with a new"
                        + " Idempotency-Key.")
                .build();
    }

    static ProblemException unknownSubmission() {
        return ProblemException.of(HttpStatus.NOT_FOUND, "unknown-submission")
                .detail("No order was placed with this key so far. Ask again, or withdraw it.")
                .build();
    }

    static ProblemException cartOrdered(Order buyer) {
        return ProblemException.of(HttpStatus.CONFLICT, "cart-ordered")
                .title("Cart ordered already")
                .detail("What is in the cart is being bought by order " + buyer.id() + ". Look at that order.")
                .property("orderId", buyer.id().value())
                .build();
    }

    static ProblemException declined(Order order) {
        return ProblemException.of(HttpStatus.PAYMENT_REQUIRED, "payment-declined")
                .detail("The payment was declined (" + order.reason()
                        + "). Pay another way, with a new Idempotency-Key.")
                .property("orderId", order.id().value())
                .property("reason", String.valueOf(order.reason()))
                .build();
    }

    /** The order is declined: its payment details are invalid. */
    static ProblemException invalidPayment(Order order, List<FieldViolation> errors) {
        return ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request")
                .detail("The payment details were refused. Correct them and submit with a new Idempotency-Key.")
                .errors(errors)
                .property("orderId", order.id().value())
                .build();
    }
}

package com.anycompany.shop.frontend.checkout;

import com.anycompany.service.spring.http.RetryOnce;
import com.anycompany.shop.frontend.cart.CartId;
import com.anycompany.shop.frontend.checkout.Outcome.Kind;
import com.anycompany.shop.frontend.orders.Order;
import com.anycompany.shop.frontend.orders.OrderId;
import com.anycompany.shop.frontend.remote.ProblemResponse;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import com.anycompany.shop.frontend.web.Page;
import com.anycompany.xray.spring.Traced;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/**
 * Places orders with orderservice. It never looks at the cart, which is empty when a form that ordered successfully is sent
 * again.
 */
@Component
class Checkout {

    /** The form's fields, by the names that orderservice's {@code errors[]} have for them. */
    private static final Map<String, String> FORM_FIELDS = Map.ofEntries(
            Map.entry("email", "email"),
            Map.entry("shippingAddress.name", "name"),
            Map.entry("shippingAddress.street", "street"),
            Map.entry("shippingAddress.city", "city"),
            Map.entry("shippingAddress.state", "state"),
            Map.entry("shippingAddress.postalCode", "postalCode"),
            Map.entry("shippingAddress.country", "country"),
            Map.entry("payment.method", "method"),
            Map.entry("payment.card.number", "cardNumber"),
            Map.entry("payment.card.expiry", "cardExpiry"),
            Map.entry("payment.card.cvc", "cardCvc"),
            Map.entry("payment.card.holder", "cardHolder"),
            Map.entry("payment.wallet.account", "walletAccount"));

    /** The slugs of 5xx responses after which nothing was ordered. */
    private static final Set<String> NOTHING_ORDERED = Set.of("cart-unavailable", "catalog-unavailable", "overloaded");

    /** Time for the page that follows, since placing the order may have used up the page's budget. */
    private static final Duration EXTRA_TIME = Duration.ofMillis(300);

    /** The idempotency key makes it safe to send an order again. */
    private static final RetryOnce RETRY = RetryOnce.onConnectionFailure();

    private final SubmissionClient orders;

    Checkout(SubmissionClient orders) {
        this.orders = orders;
    }

    /** Places the order. A submission that is sent several times makes one order. */
    @Traced
    public Outcome place(CheckoutForm form, Submission submission, Page page) {
        NewOrder order = new NewOrder(
                submission.shopper(),
                CartId.of(submission.shopper()),
                form.email(),
                form.address(),
                form.payment().toPayment(),
                submission.expectedTotal());
        try {
            Order placed = page.calls()
                    .start(RemoteService.ORDER, () -> RETRY.call(() -> orders.place(submission.key(), order)))
                    .get();
            return Outcome.placed(placed.id());
        } catch (ServiceUnavailable e) {
            return Outcome.of(nothingWasOrdered(e.getCause()) ? Kind.UNAVAILABLE : Kind.UNKNOWN);
        } catch (HttpClientErrorException e) {
            return refused(e.getStatusCode().value(), ProblemResponse.of(e));
        } finally {
            page.calls().extend(EXTRA_TIME);
        }
    }

    private static boolean nothingWasOrdered(@Nullable Throwable failure) {
        return failure instanceof HttpServerErrorException response
                ? NOTHING_ORDERED.contains(ProblemResponse.of(response).slug())
                : RetryOnce.wasNeverSent(failure);
    }

    private static Outcome refused(int status, ProblemResponse problem) {
        if (status == HttpStatus.PAYMENT_REQUIRED.value()) {
            return Outcome.declined(orderId(problem), problem.reason());
        }
        return switch (problem.slug()) {
            case "empty-cart" -> Outcome.of(Kind.EMPTY_CART);
            case "product-gone" -> Outcome.of(Kind.PRODUCT_GONE);
            case "price-changed" -> Outcome.of(Kind.PRICE_CHANGED);
            case "cart-ordered" -> Outcome.cartOrdered(orderId(problem));
            case "submission-withdrawn" -> Outcome.of(Kind.WITHDRAWN);
            case "idempotency-key-reused" -> Outcome.of(Kind.KEY_REUSED);
            case "invalid-request" -> Outcome.invalid(formProblems(problem));
            default -> Outcome.invalid(Map.of());
        };
    }

    private static @Nullable OrderId orderId(ProblemResponse problem) {
        return problem.orderId() == null ? null : new OrderId(problem.orderId());
    }

    private static Map<String, String> formProblems(ProblemResponse problem) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String field : problem.fields()) {
            String formField = FORM_FIELDS.get(field);
            if (formField != null) {
                found.put(formField, "checkout." + formField + ".invalid");
            }
        }
        return found;
    }
}

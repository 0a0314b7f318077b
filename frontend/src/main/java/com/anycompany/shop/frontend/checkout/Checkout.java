package com.anycompany.shop.frontend.checkout;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.anycompany.shop.frontend.checkout.Outcome.Kind;
import com.anycompany.shop.frontend.orders.Order;
import com.anycompany.shop.frontend.orders.OrderClient;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import com.anycompany.shop.frontend.web.Page;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/** Places orders and tells what became of them. It never looks at the cart: a form sent twice finds it empty. */
@Component
class Checkout {

    /** The fields of orderservice's order, and those of the form where they are entered. */
    private static final Map<String, String> FORM_FIELDS = Map.ofEntries(
            Map.entry("email", "email"),
            Map.entry("shippingAddress.name", "name"),
            Map.entry("shippingAddress.street", "street"),
            Map.entry("shippingAddress.city", "city"),
            Map.entry("shippingAddress.postalCode", "postalCode"),
            Map.entry("shippingAddress.country", "country"),
            Map.entry("payment.method", "method"),
            Map.entry("payment.card.number", "cardNumber"),
            Map.entry("payment.card.expiry", "cardExpiry"),
            Map.entry("payment.card.cvc", "cardCvc"),
            Map.entry("payment.card.holder", "cardHolder"),
            Map.entry("payment.wallet.account", "walletAccount"));

    /** What nothing was ordered for, as orderservice says itself. */
    private static final Set<String> NOTHING_ORDERED = Set.of("cart-unavailable", "catalog-unavailable");

    private static final Duration FOR_THE_PAGE_AFTERWARDS = Duration.ofMillis(300);

    private final OrderClient orders;

    Checkout(OrderClient orders) {
        this.orders = orders;
    }

    /** Sends the order on. The same submission may be sent again and again, it is one order. */
    @XRayEnabled
    public Outcome place(CheckoutForm form, Submission submission, Page page) {
        NewOrder order = new NewOrder(
                page.shopper(),
                page.shopper(),
                form.email(),
                form.address(),
                form.payment(),
                submission.expectedTotal());
        try {
            Order placed = page.calls()
                    .write(RemoteService.ORDER, () -> SafeRepeat.of(() -> orders.place(submission.key(), order)))
                    .get();
            return Outcome.placed(placed.id());
        } catch (ServiceUnavailable e) {
            return Outcome.of(nothingWasOrdered(e.getCause()) ? Kind.UNAVAILABLE : Kind.UNKNOWN);
        } catch (HttpClientErrorException e) {
            return refused(e.getStatusCode().value(), Problem.of(e));
        } finally {
            page.calls().extend(FOR_THE_PAGE_AFTERWARDS);
        }
    }

    private static boolean nothingWasOrdered(@Nullable Throwable failure) {
        return failure instanceof HttpServerErrorException answered
                ? NOTHING_ORDERED.contains(Problem.of(answered).slug())
                : SafeRepeat.wasNeverSent(failure);
    }

    private static Outcome refused(int status, Problem problem) {
        if (status == HttpStatus.PAYMENT_REQUIRED.value()) {
            return Outcome.declined(problem.orderId(), problem.reason());
        }
        return switch (problem.slug()) {
            case "empty-cart" -> Outcome.of(Kind.EMPTY_CART);
            case "product-gone" -> Outcome.of(Kind.PRODUCT_GONE);
            case "price-changed" -> Outcome.of(Kind.PRICE_CHANGED);
            case "cart-ordered" -> Outcome.cartOrdered(problem.orderId());
            case "submission-withdrawn" -> Outcome.of(Kind.WITHDRAWN);
            case "idempotency-key-reused" -> Outcome.of(Kind.KEY_REUSED);
            default -> Outcome.invalid(problems(problem));
        };
    }

    private static Map<String, String> problems(Problem problem) {
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

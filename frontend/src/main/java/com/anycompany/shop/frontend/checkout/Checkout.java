package com.anycompany.shop.frontend.checkout;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.anycompany.shop.frontend.checkout.Outcome.Kind;
import com.anycompany.shop.frontend.order.NewOrder;
import com.anycompany.shop.frontend.order.Order;
import com.anycompany.shop.frontend.order.OrderClient;
import com.anycompany.shop.frontend.page.Page;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

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

    private final OrderClient orders;
    private final Duration patience;

    Checkout(OrderClient orders, @Value("${shop.order-patience}") Duration patience) {
        this.orders = orders;
        this.patience = patience;
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
                    .write(RemoteService.ORDER, patience, () -> orders.place(submission.key(), order))
                    .get();
            return Outcome.placed(placed.id());
        } catch (ServiceUnavailable e) {
            return Outcome.of(Kind.UNAVAILABLE);
        } catch (HttpClientErrorException e) {
            return refused(e.getStatusCode().value(), Problem.of(e));
        } finally {
            page.calls().renew();
        }
    }

    private static Outcome refused(int status, Problem problem) {
        if (status == HttpStatus.PAYMENT_REQUIRED.value()) {
            return Outcome.declined(problem.reason());
        }
        return switch (problem.slug()) {
            case "empty-cart" -> Outcome.of(Kind.EMPTY_CART);
            case "product-gone" -> Outcome.of(Kind.PRODUCT_GONE);
            case "price-changed" -> Outcome.of(Kind.PRICE_CHANGED);
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

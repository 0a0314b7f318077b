package com.anycompany.shop.order.checkout;

import com.anycompany.service.spring.http.RetryOnce;
import com.anycompany.shop.order.checkout.CartClient.Cart;
import com.anycompany.shop.order.order.CartId;
import com.anycompany.shop.order.order.Order.CartVersion;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/** Shoppers' carts, read before an order and emptied after it. */
@Component
@ImportHttpServices(group = "cartservice", types = CartClient.class)
class Carts {

    private static final Logger log = LoggerFactory.getLogger(Carts.class);

    /** Statuses of a cart that is absent or has changed since it was bought; any other failure may pass. */
    private static final Set<HttpStatusCode> NOTHING_TO_EMPTY =
            Set.of(HttpStatus.NOT_FOUND, HttpStatus.CONFLICT, HttpStatus.PRECONDITION_FAILED);

    private final CartClient client;
    private final RetryOnce retry = RetryOnce.onConnectionFailure();

    Carts(CartClient client) {
        this.client = client;
    }

    /** The content of the cart now; a problem if it is empty or can't be read. */
    Cart snapshot(CartId id) {
        Cart cart;
        try {
            cart = retry.call(() -> client.cart(id));
        } catch (RestClientException e) {
            log.warn("Cart {} can't be read: {}", id, e.toString());
            throw CheckoutProblems.cartUnavailable(e);
        }
        if (cart.items().isEmpty()) {
            throw CheckoutProblems.emptyCart();
        }
        return cart;
    }

    /** Empties the cart that was bought; one that has changed since is kept. Returns whether that is done. */
    boolean empty(CartVersion cart) {
        try {
            retry.run(() -> client.delete(cart.id(), "\"" + cart.version() + "\""));
            return true;
        } catch (RestClientException e) {
            if (e instanceof HttpClientErrorException answer && NOTHING_TO_EMPTY.contains(answer.getStatusCode())) {
                log.info("Cart {} is left as it is: {}", cart.id(), answer.getStatusCode());
                return true;
            }
            log.warn("Cart {} can't be emptied yet: {}", cart.id(), e.toString());
            return false;
        }
    }
}

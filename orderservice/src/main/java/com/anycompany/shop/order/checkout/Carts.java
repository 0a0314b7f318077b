package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.checkout.CartClient.Cart;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.Problem;
import com.anycompany.shop.order.order.QuickRetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/** The shoppers' carts, read before an order and emptied after it. */
@Component
@ImportHttpServices(group = "cartservice", types = CartClient.class)
class Carts {

    private static final Logger log = LoggerFactory.getLogger(Carts.class);

    private final CartClient client;

    Carts(CartClient client) {
        this.client = client;
    }

    /** What is in the cart now; a problem if that is nothing, or can't be known. */
    Cart snapshot(String id) {
        Cart cart;
        try {
            cart = QuickRetry.of(() -> client.cart(id));
        } catch (RestClientException e) {
            log.warn("Cart {} can't be read: {}", id, e.toString());
            throw Problem.cartUnavailable();
        }
        if (cart.items().isEmpty()) {
            throw Problem.emptyCart();
        }
        return cart;
    }

    /** Empties the cart that was bought; one that has changed since is left alone. Answers whether that is done. */
    boolean empty(Order order) {
        try {
            QuickRetry.of(() -> {
                client.delete(order.cartId(), "\"" + order.cartVersion() + "\"");
                return order;
            });
            return true;
        } catch (HttpClientErrorException.TooManyRequests e) {
            log.warn("Cart {} can't be emptied yet: {}", order.cartId(), e.getStatusCode());
            return false;
        } catch (HttpClientErrorException e) {
            log.info("Cart {} is left as it is: {}", order.cartId(), e.getStatusCode());
            return true;
        } catch (RestClientException e) {
            log.warn("Cart {} can't be emptied yet: {}", order.cartId(), e.toString());
            return false;
        }
    }
}

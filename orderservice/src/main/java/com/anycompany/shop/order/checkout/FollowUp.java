package com.anycompany.shop.order.checkout;

import com.anycompany.service.spring.http.RetryOnce;
import com.anycompany.shop.order.checkout.RecommendationClient.Basket;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.Orders;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Follow-up of a confirmed order: its cart is emptied, and recommendationservice is told what was bought together. Neither may
 * fail the order, and both may be repeated; the order stays on the sweeper's list until both are done.
 */
@Component
@ImportHttpServices(group = "recommendationservice", types = RecommendationClient.class)
public class FollowUp {

    private static final Logger log = LoggerFactory.getLogger(FollowUp.class);

    private static final long CART_TIMEOUT_MILLIS = 300;

    private final Orders orders;
    private final Carts carts;
    private final RecommendationClient recommendations;
    private final Executor executor;
    private final RetryOnce retry = RetryOnce.onConnectionFailure();

    FollowUp(
            Orders orders,
            Carts carts,
            RecommendationClient recommendations,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.orders = orders;
        this.carts = carts;
        this.recommendations = recommendations;
        this.executor = executor;
    }

    /** Does it in the background, and waits a moment for the cart only, since the shopper's next page shows it. */
    void begin(Order order) {
        CompletableFuture<Boolean> cartEmptied = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                cartEmptied.complete(carts.empty(order.cart()));
                finish(order, cartEmptied.join());
            });
            cartEmptied
                    .copy()
                    .completeOnTimeout(false, CART_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        } catch (RejectedExecutionException e) {
            log.info("Shutting down: the follow-up of order {} is left to the sweeper", order.id());
        }
    }

    /** Does all of it now. */
    public void complete(Order order) {
        finish(order, carts.empty(order.cart()));
    }

    private void finish(Order order, boolean cartEmptied) {
        try {
            retry.run(() -> recommendations.bought(Basket.of(order)));
            if (cartEmptied) {
                orders.markFollowedUp(order.id());
            }
        } catch (RestClientException | SdkException e) {
            log.warn("The follow-up of order {} is left to the sweeper: {}", order.id(), e.toString());
        }
    }
}

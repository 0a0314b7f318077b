package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.orders.Order;
import com.anycompany.shop.frontend.web.ShopperId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** HTTP client of orderservice, for placing an order and for finding out what happened to it. */
@HttpExchange(url = "/api/v1", accept = "application/json")
public interface SubmissionClient {

    /** Places an order. The same key never makes a second order, however often it is sent. */
    @PostExchange("/orders")
    Order place(@RequestHeader("Idempotency-Key") IdempotencyKey key, @RequestBody NewOrder order);

    /** The order of a key; 404 if there is none, 410 if the submission was withdrawn. */
    @GetExchange("/submissions/{key}")
    Order order(@PathVariable IdempotencyKey key, @RequestParam("shopper") ShopperId shopper);

    /** Withdraws the submission, so that its key makes no order any more. If it has made one, returns that order. */
    @DeleteExchange("/submissions/{key}")
    ResponseEntity<Order> withdraw(@PathVariable IdempotencyKey key, @RequestParam("shopper") ShopperId shopper);
}

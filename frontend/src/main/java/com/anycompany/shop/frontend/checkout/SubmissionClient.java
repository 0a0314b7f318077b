package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.orders.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Asks orderservice what became of an order whose answer didn't come. */
@HttpExchange(url = "/api/v1/submissions", accept = "application/json")
public interface SubmissionClient {

    /** The order; 404 while there is none, 410 once the submission is withdrawn. */
    @GetExchange("/{key}")
    Order order(@PathVariable String key, @RequestParam("shopper") String shopperId);

    /** Makes sure that nothing will be ordered; where something was already, that order is the answer. */
    @DeleteExchange("/{key}")
    ResponseEntity<Order> withdraw(@PathVariable String key, @RequestParam("shopper") String shopperId);
}

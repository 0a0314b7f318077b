package com.anycompany.shop.frontend.orders;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** HTTP client of orderservice, for orders that exist. */
@HttpExchange(url = "/api/v1/orders", accept = "application/json")
public interface OrderClient {

    @GetExchange("/{id}")
    Order order(@PathVariable OrderId id);

    /** The orders of several shoppers; {@code shoppers} is a comma-separated list of at most 10 ids. */
    @GetExchange
    Orders ordersOf(@RequestParam("shopper") String shoppers);
}

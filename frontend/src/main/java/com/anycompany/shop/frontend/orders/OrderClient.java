package com.anycompany.shop.frontend.orders;

import com.anycompany.shop.frontend.web.ShopperId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** HTTP client of orderservice, for orders that exist. */
@HttpExchange(url = "/api/v1/orders", accept = "application/json")
public interface OrderClient {

    @GetExchange("/{id}")
    Order order(@PathVariable OrderId id);

    @GetExchange
    Orders ordersOf(@RequestParam("shopper") ShopperId shopper);
}

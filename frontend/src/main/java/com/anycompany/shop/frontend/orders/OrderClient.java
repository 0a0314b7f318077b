package com.anycompany.shop.frontend.orders;

import com.anycompany.shop.frontend.checkout.NewOrder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Asks orderservice. The same key never makes a second order, however often it is sent. */
@HttpExchange(url = "/api/v1/orders", accept = "application/json")
public interface OrderClient {

    @PostExchange
    Order place(@RequestHeader("Idempotency-Key") String key, @RequestBody NewOrder order);

    @GetExchange("/{id}")
    Order order(@PathVariable String id);

    @GetExchange
    Orders ordersOf(@RequestParam("shopper") String shopperId);
}

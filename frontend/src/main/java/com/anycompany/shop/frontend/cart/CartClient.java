package com.anycompany.shop.frontend.cart;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Asks cartservice; a cart bears its shopper's id. */
@HttpExchange(url = "/api/v1/carts/{id}", accept = "application/json")
public interface CartClient {

    /** How many pieces the cart is to hold, whatever it held before. */
    record NewQuantity(int quantity) {}

    @GetExchange
    Cart cart(@PathVariable String id);

    @PutExchange("/items/{productId}")
    Cart put(@PathVariable String id, @PathVariable String productId, @RequestBody NewQuantity quantity);

    @DeleteExchange("/items/{productId}")
    Cart remove(@PathVariable String id, @PathVariable String productId);
}

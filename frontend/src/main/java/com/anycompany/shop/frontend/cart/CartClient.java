package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.product.ProductId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** HTTP client of cartservice. */
@HttpExchange(url = "/api/v1/carts/{id}", accept = "application/json")
public interface CartClient {

    /** The quantity that replaces the one in the cart. */
    record NewQuantity(int quantity) {}

    @GetExchange
    Cart cart(@PathVariable CartId id);

    @PutExchange("/items/{productId}")
    Cart put(@PathVariable CartId id, @PathVariable ProductId productId, @RequestBody NewQuantity quantity);

    @DeleteExchange("/items/{productId}")
    Cart remove(@PathVariable CartId id, @PathVariable ProductId productId);
}

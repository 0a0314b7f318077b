package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.product.ProductId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** HTTP client of cartservice. */
@HttpExchange(url = "/api/v1/carts/{id}", accept = "application/json")
public interface CartClient {

    /** The quantity that replaces the one in the cart. */
    record NewQuantity(int quantity) {}

    /** The pieces that are added to those in the cart. */
    record Addition(int add) {}

    @GetExchange
    Cart cart(@PathVariable CartId id);

    @PutExchange("/items/{productId}")
    Cart put(@PathVariable CartId id, @PathVariable ProductId productId, @RequestBody NewQuantity quantity);

    /** Adds pieces, up to 99 of a product; sent again with the same key it adds them once. */
    @PostExchange("/items/{productId}")
    Cart add(
            @PathVariable CartId id,
            @PathVariable ProductId productId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Addition addition);

    @DeleteExchange("/items/{productId}")
    Cart remove(@PathVariable CartId id, @PathVariable ProductId productId);
}

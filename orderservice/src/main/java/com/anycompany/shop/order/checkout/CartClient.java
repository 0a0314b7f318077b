package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.CartId;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;

/** Client of the cart service. */
interface CartClient {

    @GetExchange("/api/v1/carts/{id}")
    Cart cart(@PathVariable CartId id);

    @DeleteExchange("/api/v1/carts/{id}")
    void delete(@PathVariable CartId id, @RequestHeader(HttpHeaders.IF_MATCH) String version);

    /** A cart at one version. */
    record Cart(String id, long version, List<Item> items) {}

    /** A product in the cart. */
    record Item(String productId, int quantity) {}
}

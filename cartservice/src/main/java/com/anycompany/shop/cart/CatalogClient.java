package com.anycompany.shop.cart;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Client of the catalog service: asks whether a product exists. */
interface CatalogClient {

    @GetExchange("/api/v1/products/{id}")
    Product product(@PathVariable ProductId id);

    /** The part of a product that the cart reads. */
    record Product(String id) {}
}

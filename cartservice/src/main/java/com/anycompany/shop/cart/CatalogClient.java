package com.anycompany.shop.cart;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What this service asks the catalog: whether a product exists. */
interface CatalogClient {

    @GetExchange("/api/v1/products/{id}")
    Product product(@PathVariable String id);

    /** The little of a product that matters here. */
    record Product(String id) {}
}

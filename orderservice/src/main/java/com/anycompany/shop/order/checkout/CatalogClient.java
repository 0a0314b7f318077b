package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Money;
import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Client of the catalog service: reads all products of an order with one call. */
interface CatalogClient {

    @GetExchange("/api/v1/products?size=100")
    Page products(@RequestParam String ids);

    /** The products that exist. */
    record Page(List<Product> products) {}

    /** The parts of a product that an order keeps. */
    record Product(String id, String name, String picture, Money price) {}
}

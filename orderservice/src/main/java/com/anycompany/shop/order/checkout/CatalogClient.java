package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Money;
import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What this service asks of the catalog: all products of an order with one call. */
interface CatalogClient {

    @GetExchange("/api/v1/products?size=100")
    Page products(@RequestParam String ids);

    /** The products that exist. */
    record Page(List<Product> products) {}

    /** What an order keeps of a product. */
    record Product(String id, String name, String picture, Money price) {}
}

package com.anycompany.shop.recommendation;

import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Client of the catalog service. */
interface CatalogClient {

    /** Several products in one call; {@code ids} are separated by commas, and unknown ones are absent. */
    @GetExchange("/api/v1/products")
    Page byIds(@RequestParam String ids);

    @GetExchange("/api/v1/products")
    Page byCategory(@RequestParam String category, @RequestParam int size);

    record Page(List<Product> products) {}
}

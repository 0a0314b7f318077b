package com.anycompany.shop.frontend.product;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** HTTP client of catalogservice. */
@HttpExchange(url = "/api/v1", accept = "application/json")
public interface CatalogClient {

    @GetExchange("/products")
    Products search(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String price,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam int page,
            @RequestParam int size);

    @GetExchange("/products?featured=true")
    Products featured(@RequestParam int size);

    /** Several products with one call; {@code ids} is a comma-separated list, and unknown products are left out. */
    @GetExchange("/products?size=100")
    Products withIds(@RequestParam String ids);

    @GetExchange("/products/{id}")
    Product product(@PathVariable ProductId id);

    @GetExchange("/categories")
    Categories categories();
}

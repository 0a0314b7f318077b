package com.anycompany.shop.frontend.product;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** HTTP client of recommendationservice. */
@HttpExchange(url = "/api/v1", accept = "application/json")
public interface RecommendationClient {

    @GetExchange("/recommendations/{productId}")
    Recommendations recommendations(@PathVariable ProductId productId, @RequestParam int limit);
}

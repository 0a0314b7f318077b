package com.anycompany.shop.order.checkout;

import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What this service tells the recommendation service. */
interface RecommendationClient {

    @PostExchange("/api/v1/baskets")
    void bought(@RequestBody Basket basket);

    /** What one order bought together; telling it twice does no harm. */
    record Basket(String orderId, List<String> productIds) {}
}

package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.ProductId;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Client of the recommendation service. */
interface RecommendationClient {

    @PostExchange("/api/v1/baskets")
    void bought(@RequestBody Basket basket);

    /** The products that one order bought together; sending it twice has no further effect. */
    record Basket(String orderId, List<String> productIds) {

        static Basket of(Order order) {
            return new Basket(
                    order.id().value(),
                    order.productIds().stream().map(ProductId::value).toList());
        }
    }
}

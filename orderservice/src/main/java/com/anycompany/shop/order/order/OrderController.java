package com.anycompany.shop.order.order;

import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP endpoints that read orders. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private static final int MOST_SHOPPERS = 10;

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/{id}")
    OrderView order(@PathVariable OrderId id) {
        CurrentTrace.annotate("order_id", id.value());
        return orders.find(id).map(OrderView::of).orElseThrow(() -> OrderProblems.unknownOrder(id));
    }

    /** A browser gets a new shopper id after an order, so that its history is that of several shoppers. */
    @GetMapping
    History ofShoppers(
            @RequestParam
                    @Size(min = 1, max = MOST_SHOPPERS, message = "must be 1 to 10 shopper ids, separated by commas")
                    List<ShopperId> shopper) {
        CurrentTrace.annotate("shopper_id", shopper.get(0).value());
        return new History(shopper.stream()
                .distinct()
                .flatMap(one -> orders.ofShopper(one).stream())
                .sorted(Comparator.comparing((Order order) -> order.origin().placedAt())
                        .reversed())
                .limit(Orders.HISTORY)
                .map(OrderView::of)
                .toList());
    }

    /** The orders of one browser, newest first. */
    record History(List<OrderView> orders) {}
}

package com.anycompany.shop.order.order;

import com.anycompany.xray.spring.CurrentTrace;
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

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/{id}")
    OrderView order(@PathVariable OrderId id) {
        CurrentTrace.annotate("order_id", id.value());
        return orders.find(id).map(OrderView::of).orElseThrow(() -> OrderProblems.unknownOrder(id));
    }

    @GetMapping
    History ofShopper(@RequestParam ShopperId shopper) {
        CurrentTrace.annotate("shopper_id", shopper.value());
        return new History(orders.ofShopper(shopper).stream().map(OrderView::of).toList());
    }

    /** A shopper's orders, newest first. */
    record History(List<OrderView> orders) {}
}

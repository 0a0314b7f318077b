package com.anycompany.shop.order.order;

import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads orders over HTTP. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/{id}")
    OrderView order(@PathVariable @Pattern(regexp = Identifier.PATTERN, message = Identifier.REMEDY) String id) {
        CurrentTrace.annotate("order_id", id);
        return orders.find(id).map(OrderView::of).orElseThrow(() -> Problem.unknownOrder(id));
    }

    @GetMapping
    History ofShopper(@RequestParam @Pattern(regexp = Identifier.PATTERN, message = Identifier.REMEDY) String shopper) {
        CurrentTrace.annotate("shopper_id", shopper);
        return new History(orders.ofShopper(shopper).stream().map(OrderView::of).toList());
    }

    /** A shopper's orders, newest first. */
    record History(List<OrderView> orders) {}
}

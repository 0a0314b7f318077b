package com.anycompany.shop.order;

import com.anycompany.shop.order.Checkout.Placement;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private final Checkout checkout;
    private final Orders orders;

    OrderController(Checkout checkout, Orders orders) {
        this.checkout = checkout;
        this.orders = orders;
    }

    @PostMapping
    ResponseEntity<OrderView> place(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = Submission.ID, message = Submission.ID_REMEDY)
                    String idempotencyKey,
            @RequestBody @Valid Submission submission) {
        CurrentTrace.annotate("shopper_id", submission.shopperId());
        Placement placement = checkout.placeOrder(submission, idempotencyKey);
        Order order = placement.order();
        CurrentTrace.annotate("order_id", order.id());
        if (order.status() == OrderStatus.DECLINED) {
            throw Problem.declined(order);
        }
        return ResponseEntity.status(status(placement))
                .location(URI.create("/api/v1/orders/" + order.id()))
                .body(OrderView.of(order));
    }

    private static HttpStatus status(Placement placement) {
        return switch (placement.order().status().shown()) {
            case PENDING -> HttpStatus.ACCEPTED;
            case CONFIRMED -> placement.repeated() ? HttpStatus.OK : HttpStatus.CREATED;
            default -> HttpStatus.OK;
        };
    }

    @GetMapping("/{id}")
    OrderView order(@PathVariable @Pattern(regexp = Submission.ID, message = Submission.ID_REMEDY) String id) {
        CurrentTrace.annotate("order_id", id);
        return orders.find(id).map(OrderView::of).orElseThrow(() -> Problem.unknownOrder(id));
    }

    @GetMapping
    History ofShopper(@RequestParam @Pattern(regexp = Submission.ID, message = Submission.ID_REMEDY) String shopper) {
        CurrentTrace.annotate("shopper_id", shopper);
        return new History(orders.ofShopper(shopper).stream().map(OrderView::of).toList());
    }

    /** A shopper's orders, newest first. */
    record History(List<OrderView> orders) {}
}

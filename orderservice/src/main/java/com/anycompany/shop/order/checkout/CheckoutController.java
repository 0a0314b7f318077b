package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.checkout.Checkout.Placement;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.OrderStatus;
import com.anycompany.shop.order.order.OrderView;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP endpoint that places orders. */
@RestController
@RequestMapping("/api/v1/orders")
class CheckoutController {

    private final Checkout checkout;

    CheckoutController(Checkout checkout) {
        this.checkout = checkout;
    }

    @PostMapping
    ResponseEntity<OrderView> place(
            @RequestHeader("Idempotency-Key") IdempotencyKey idempotencyKey,
            @RequestBody @Valid Submission submission) {
        CurrentTrace.annotate("shopper_id", submission.shopperId());
        Placement placement = checkout.placeOrder(submission, idempotencyKey);
        Order order = placement.order();
        CurrentTrace.annotate("order_id", order.id().value());
        if (order.status() == OrderStatus.DECLINED) {
            throw CheckoutProblems.declined(order);
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
}

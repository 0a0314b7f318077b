package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.OrderView;
import com.anycompany.shop.order.order.ShopperId;
import com.anycompany.xray.spring.CurrentTrace;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP endpoints of submissions: outcome and withdrawal, for clients that got no response to their order. */
@RestController
@RequestMapping("/api/v1/submissions/{key}")
class SubmissionController {

    private final Submissions submissions;

    SubmissionController(Submissions submissions) {
        this.submissions = submissions;
    }

    @GetMapping
    OrderView order(@PathVariable IdempotencyKey key, @RequestParam ShopperId shopper) {
        CurrentTrace.annotate("shopper_id", shopper.value());
        return submissions
                .orderOf(new SubmissionKey(shopper, key))
                .map(OrderView::of)
                .orElseThrow(CheckoutProblems::unknownSubmission);
    }

    /** Withdraws it: 204. If it has placed an order already, that stays, and is the answer. */
    @DeleteMapping
    ResponseEntity<OrderView> withdraw(@PathVariable IdempotencyKey key, @RequestParam ShopperId shopper) {
        CurrentTrace.annotate("shopper_id", shopper.value());
        return submissions
                .withdraw(new SubmissionKey(shopper, key))
                .map(order -> ResponseEntity.ok(OrderView.of(order)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}

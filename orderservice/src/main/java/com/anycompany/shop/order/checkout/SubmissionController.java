package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Identifier;
import com.anycompany.shop.order.order.OrderView;
import com.anycompany.shop.order.order.Problem;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells who submitted an order, and got no answer, what became of it. */
@RestController
@RequestMapping("/api/v1/submissions/{key}")
class SubmissionController {

    private final Submissions submissions;

    SubmissionController(Submissions submissions) {
        this.submissions = submissions;
    }

    @GetMapping
    OrderView order(
            @PathVariable @Pattern(regexp = Identifier.PATTERN, message = Identifier.REMEDY) String key,
            @RequestParam @Pattern(regexp = Identifier.PATTERN, message = Identifier.REMEDY) String shopper) {
        CurrentTrace.annotate("shopper_id", shopper);
        return submissions.orderOf(key, shopper).map(OrderView::of).orElseThrow(Problem::unknownSubmission);
    }

    /** Withdraws it: 204. If it has placed an order already, that stays, and is the answer. */
    @DeleteMapping
    ResponseEntity<OrderView> withdraw(
            @PathVariable @Pattern(regexp = Identifier.PATTERN, message = Identifier.REMEDY) String key,
            @RequestParam @Pattern(regexp = Identifier.PATTERN, message = Identifier.REMEDY) String shopper) {
        CurrentTrace.annotate("shopper_id", shopper);
        return submissions
                .withdraw(key, shopper)
                .map(order -> ResponseEntity.ok(OrderView.of(order)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}

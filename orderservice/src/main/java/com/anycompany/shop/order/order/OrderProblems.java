package com.anycompany.shop.order.order;

import com.anycompany.service.spring.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Problems of reading orders. */
final class OrderProblems {

    private OrderProblems() {}

    static ProblemException unknownOrder(OrderId id) {
        return ProblemException.of(HttpStatus.NOT_FOUND, "unknown-order")
                .detail("There is no order " + id + ". Check the id.")
                .build();
    }
}

package com.anycompany.shop.cart;

import com.anycompany.service.spring.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Problems that only carts have. */
final class CartProblems {

    private CartProblems() {}

    static ProblemException unknownProduct(ProductId product) {
        return ProblemException.of(HttpStatus.NOT_FOUND, "unknown-product")
                .detail("There is no product " + product + ". Choose one from the catalog.")
                .build();
    }

    static ProblemException catalogUnavailable(Exception cause) {
        return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "catalog-unavailable")
                .detail("The product can't be looked up right now; the cart is unchanged. Try again in a moment.")
                .cause(cause)
                .build();
    }

    static ProblemException cartFull(int most) {
        return ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, "cart-full")
                .detail("A cart holds at most " + most + " different products. Take one out first.")
                .build();
    }

    static ProblemException cartChanged(long version) {
        return ProblemException.of(HttpStatus.PRECONDITION_FAILED, "cart-changed")
                .detail("The cart has changed since it was read: it is at version " + version + " now. Read it again.")
                .property("version", version)
                .build();
    }
}

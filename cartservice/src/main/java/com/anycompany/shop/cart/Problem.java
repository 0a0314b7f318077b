package com.anycompany.shop.cart;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What can go wrong with a cart, as its owner is told it: RFC 9457 problems with a type and a remedy. */
final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    private Problem(HttpStatus status, String slug, String title, String detail, Map<String, Object> properties) {
        super(status, body(status, slug, title, detail, properties), null);
    }

    static Problem unknownProduct(String productId) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-product",
                "Unknown product",
                "There is no product " + productId + ". Choose one from the catalog.",
                Map.of());
    }

    static Problem catalogUnavailable() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "catalog-unavailable",
                "Catalog unavailable",
                "The product can't be looked up right now; the cart is unchanged. Try again in a moment.",
                Map.of());
    }

    static Problem cartFull(int most) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "cart-full",
                "Cart full",
                "A cart holds at most " + most + " different products. Take one out first.",
                Map.of());
    }

    static Problem cartChanged(long version) {
        return new Problem(
                HttpStatus.PRECONDITION_FAILED,
                "cart-changed",
                "Cart changed",
                "The cart has changed since it was read: it is at version " + version + " now. Read it again.",
                Map.of("version", version));
    }

    static Problem badRequest(String field, String remedy) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Invalid request",
                field + " " + remedy,
                Map.of("errors", List.of(new FieldProblem(field, remedy))));
    }

    static ProblemDetail body(
            HttpStatus status, String slug, String title, String detail, Map<String, Object> properties) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + slug));
        problem.setTitle(title);
        properties.forEach(problem::setProperty);
        return problem;
    }
}

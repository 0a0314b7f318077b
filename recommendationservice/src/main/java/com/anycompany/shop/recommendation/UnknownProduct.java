package com.anycompany.shop.recommendation;

import com.anycompany.service.spring.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Problem of a request for a product that the catalog doesn't have. */
final class UnknownProduct extends ProblemException {

    private static final long serialVersionUID = 1;

    UnknownProduct(ProductId id) {
        super(of(HttpStatus.NOT_FOUND, "unknown-product")
                .detail(id + " is not sold here; see the catalog's /api/v1/products."));
    }
}

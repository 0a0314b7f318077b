package com.anycompany.shop.catalog.product;

import com.anycompany.service.spring.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Problem of a request for a product that the shop doesn't sell. */
final class UnknownProduct extends ProblemException {

    private static final long serialVersionUID = 1;

    UnknownProduct(ProductId id) {
        super(of(HttpStatus.NOT_FOUND, "unknown-product").detail(id + " is not sold here; see /api/v1/products."));
    }
}

package com.anycompany.shop.recommendation;

import com.anycompany.service.spring.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Problem of a request that needs the catalog while that can't be reached. */
final class CatalogUnavailable extends ProblemException {

    private static final long serialVersionUID = 1;

    CatalogUnavailable(Exception cause) {
        super(of(HttpStatus.SERVICE_UNAVAILABLE, "catalog-unavailable")
                .detail("The catalog can't be reached at the moment; try again.")
                .cause(cause));
    }
}

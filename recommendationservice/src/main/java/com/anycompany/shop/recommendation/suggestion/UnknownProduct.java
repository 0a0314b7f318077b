package com.anycompany.shop.recommendation.suggestion;

/** Somebody asked what goes with a product that the catalog doesn't have. */
public final class UnknownProduct extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownProduct(String id) {
        super(id + " is not sold here; see the catalog's /api/v1/products.");
    }
}

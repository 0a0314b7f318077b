package com.anycompany.shop.recommendation.catalog;

/** Without the catalog nothing can be said about a product. */
public final class CatalogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogUnavailable(Throwable cause) {
        super("The catalog can't be reached: " + cause.getMessage(), cause);
    }
}

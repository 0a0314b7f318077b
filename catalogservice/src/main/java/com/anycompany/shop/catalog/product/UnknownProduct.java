package com.anycompany.shop.catalog.product;

/** Somebody asked for a product that the shop doesn't sell. */
public final class UnknownProduct extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String id;

    UnknownProduct(String id) {
        super("No product has the id " + id);
        this.id = id;
    }

    public String id() {
        return id;
    }
}

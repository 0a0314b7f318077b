package com.anycompany.shop.frontend.product;

/** A product for tests that need some product: only here do tests name all of its fields. */
public final class SampleProduct {

    private SampleProduct() {}

    public static Product of(ProductId id, String name, Money price) {
        return of(id, name, price, "/images/products/" + id + ".svg");
    }

    public static Product of(ProductId id, String name, Money price, String picture) {
        return new Product(id, name, "Description", "Brand", "audio", price, picture);
    }
}

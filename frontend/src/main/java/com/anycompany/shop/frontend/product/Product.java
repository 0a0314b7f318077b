package com.anycompany.shop.frontend.product;

/** What the shop sells, as far as shoppers see it. */
public record Product(
        String id, String name, String description, String brand, String category, Money price, String picture) {

    /** The picture if it is one of ours: the storefront shows nothing from elsewhere. */
    public Product {
        picture = picture.startsWith("/images/") ? picture : "/images/logo.svg";
    }
}

package com.anycompany.shop.frontend.product;

/** A product as catalogservice describes it. */
public record Product(
        ProductId id, String name, String description, String brand, String category, Money price, String picture) {

    /** Replaces a picture that isn't the shop's own by the logo: the pages load nothing from other sites. */
    public Product {
        picture = picture.startsWith("/images/") ? picture : "/images/logo.svg";
    }
}

package com.anycompany.shop.catalog.product;

/** Category of products: its id stands in addresses, its name on pages. */
public record Category(String id, String name) {}

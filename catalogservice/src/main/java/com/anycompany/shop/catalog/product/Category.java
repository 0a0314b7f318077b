package com.anycompany.shop.catalog.product;

/** A shelf of the shop: its id stands in addresses, its name on pages. */
public record Category(String id, String name) {}

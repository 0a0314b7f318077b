package com.anycompany.shop.frontend.product;

/** A department of the shop and its number of products. */
public record Category(String id, String name, int products) {}

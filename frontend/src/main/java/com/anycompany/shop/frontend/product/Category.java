package com.anycompany.shop.frontend.product;

/** A department of the shop and how many products it has. */
public record Category(String id, String name, int products) {}

package com.anycompany.shop.frontend.orders;

import java.util.List;

/** A shopper's orders, newest first. */
public record Orders(List<Order> orders) {}

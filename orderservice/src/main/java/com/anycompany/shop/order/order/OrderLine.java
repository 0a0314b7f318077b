package com.anycompany.shop.order.order;

/** One product of an order, at the price that the catalog asked when the order was placed. */
public record OrderLine(String productId, String name, String picture, int quantity, Money unitPrice, Money lineTotal) {

    public static OrderLine of(String productId, String name, String picture, int quantity, Money unitPrice) {
        return new OrderLine(productId, name, picture, quantity, unitPrice, unitPrice.times(quantity));
    }
}

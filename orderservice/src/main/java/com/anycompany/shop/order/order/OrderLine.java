package com.anycompany.shop.order.order;

/** One product of an order, at the price in the catalog when the order was placed. */
public record OrderLine(
        ProductId productId, String name, String picture, int quantity, Money unitPrice, Money lineTotal) {

    public static OrderLine of(ProductId productId, String name, String picture, int quantity, Money unitPrice) {
        return new OrderLine(productId, name, picture, quantity, unitPrice, unitPrice.times(quantity));
    }
}

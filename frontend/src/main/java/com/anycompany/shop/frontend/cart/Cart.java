package com.anycompany.shop.frontend.cart;

import java.util.List;

/** What a shopper has put in the cart; it knows no prices. */
public record Cart(String id, List<Item> items) {

    /** So many pieces of one product. */
    public record Item(String productId, int quantity) {}

    public int pieces() {
        return items.stream().mapToInt(Item::quantity).sum();
    }

    public int quantityOf(String productId) {
        return items.stream()
                .filter(item -> item.productId().equals(productId))
                .mapToInt(Item::quantity)
                .sum();
    }
}

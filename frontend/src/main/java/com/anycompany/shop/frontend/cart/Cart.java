package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.product.ProductId;
import java.util.List;

/** A cart as cartservice has it: products and quantities, without prices. */
public record Cart(CartId id, List<Item> items) {

    /** A product and its quantity. */
    public record Item(ProductId productId, int quantity) {}

    public int pieces() {
        return items.stream().mapToInt(Item::quantity).sum();
    }
}

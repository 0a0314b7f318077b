package com.anycompany.shop.frontend.cart;

import java.util.OptionalInt;

/** How many pieces somebody typed. */
final class Quantity {

    static final int MOST = 99;

    private Quantity() {}

    /** The number, if it is one that a cart can hold. */
    static OptionalInt parse(String typed, int least) {
        try {
            int quantity = Integer.parseInt(typed.strip());
            return least <= quantity && quantity <= MOST ? OptionalInt.of(quantity) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}

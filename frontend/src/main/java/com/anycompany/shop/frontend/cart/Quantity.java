package com.anycompany.shop.frontend.cart;

import java.util.OptionalInt;

/** Parser of the quantity that a shopper typed. */
final class Quantity {

    static final int MAX = 99;

    private Quantity() {}

    /** The number; empty if it isn't a number from {@code min} to {@link #MAX}. */
    static OptionalInt parse(String typed, int min) {
        try {
            int quantity = Integer.parseInt(typed.strip());
            return min <= quantity && quantity <= MAX ? OptionalInt.of(quantity) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}

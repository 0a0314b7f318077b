package com.anycompany.shop.frontend.web;

import java.util.Arrays;
import java.util.Optional;

/**
 * Message that a page shows after a redirect. The cookie carries only the name, and only the names of this enum are shown,
 * so that no text can be injected.
 */
public enum Notice {
    ADDED_TO_CART(Tone.GOOD),
    CART_UPDATED(Tone.GOOD),
    REMOVED_FROM_CART(Tone.GOOD),
    CART_EMPTY(Tone.BAD),
    CART_FULL(Tone.BAD),
    CART_UNREACHABLE(Tone.BAD),
    PRODUCT_GONE(Tone.BAD),
    ORDER_FORM_USED(Tone.BAD),
    ORDER_NOT_PLACED(Tone.BAD),
    CART_ORDERED(Tone.BAD);

    /** Whether a notice is good news. */
    enum Tone {
        GOOD,
        BAD
    }

    private final Tone tone;

    Notice(Tone tone) {
        this.tone = tone;
    }

    public boolean good() {
        return tone == Tone.GOOD;
    }

    /** Whether a link to the cart belongs beside it: it appears on another page than the cart's. */
    public boolean leadsToTheCart() {
        return this == ADDED_TO_CART;
    }

    static Optional<Notice> named(String name) {
        return Arrays.stream(values())
                .filter(notice -> notice.name().equals(name))
                .findFirst();
    }
}

package com.anycompany.shop.order.order;

import java.util.regex.Pattern;

/** Shopper id. */
public record ShopperId(String value) {

    static final Pattern FORMAT = Identifier.FORMAT;

    public ShopperId {
        Identifier.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

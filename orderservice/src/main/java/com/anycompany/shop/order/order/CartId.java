package com.anycompany.shop.order.order;

import java.util.regex.Pattern;

/** Cart id. */
public record CartId(String value) {

    static final Pattern FORMAT = Identifier.FORMAT;

    public CartId {
        Identifier.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

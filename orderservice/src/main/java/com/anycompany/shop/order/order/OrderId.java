package com.anycompany.shop.order.order;

import java.util.UUID;
import java.util.regex.Pattern;

/** Order id. */
public record OrderId(String value) {

    static final Pattern FORMAT = Identifier.FORMAT;

    public OrderId {
        Identifier.require(value);
    }

    static OrderId random() {
        return new OrderId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.anycompany.shop.order.order;

/** The form of ids and keys on the wire, for {@code @Pattern}. */
public final class Identifier {

    public static final String PATTERN = "[A-Za-z0-9_-]{1,64}";
    public static final String REMEDY = "must be 1 to 64 letters, digits, '-' or '_'";

    private Identifier() {}
}

package com.anycompany.shop.recommendation;

/** Order id, as the order service reports it. */
record OrderId(String value) {

    static final String REGEX = "[A-Za-z0-9_-]{1,64}";
    static final String RULE = "must be 1 to 64 letters, digits, hyphens or underscores";

    OrderId {
        if (!value.matches(REGEX)) {
            throw new IllegalArgumentException(RULE);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

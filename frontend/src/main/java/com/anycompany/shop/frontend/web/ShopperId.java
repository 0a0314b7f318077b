package com.anycompany.shop.frontend.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a shopper: the hash of a {@link ShopperSecret}. It opens nothing, so it may stand in traces, logs and tables. */
public record ShopperId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShopperId {
        IdFormat.requireValid(value);
    }

    /** The bare value, as it stands in addresses and pages. */
    @Override
    public String toString() {
        return value;
    }
}

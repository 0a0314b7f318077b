package com.anycompany.shop.frontend.orders;

import com.anycompany.shop.frontend.web.IdFormat;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of an order in orderservice. */
public record OrderId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        IdFormat.requireValid(value);
    }

    /** The bare value, as it stands in addresses and pages. */
    @Override
    public String toString() {
        return value;
    }
}

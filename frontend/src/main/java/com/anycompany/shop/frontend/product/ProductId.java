package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.web.IdFormat;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a product in catalogservice. */
public record ProductId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProductId {
        IdFormat.requireValid(value);
    }

    /** The bare value, as it stands in addresses and pages. */
    @Override
    public String toString() {
        return value;
    }
}

package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.web.IdFormat;
import com.anycompany.shop.frontend.web.ShopperId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a cart in cartservice. */
public record CartId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CartId {
        IdFormat.requireValid(value);
    }

    /** The cart of a shopper: it has the shopper's id. */
    public static CartId of(ShopperId shopper) {
        return new CartId(shopper.value());
    }

    /** The bare value, as it stands in addresses. */
    @Override
    public String toString() {
        return value;
    }
}

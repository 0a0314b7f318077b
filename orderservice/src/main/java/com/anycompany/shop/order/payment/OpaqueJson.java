package com.anycompany.shop.order.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * JSON value that is passed on as it came. This service doesn't read it, and can't print it: as a string, all values are the
 * same.
 */
final class OpaqueJson {

    private final JsonNode value;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OpaqueJson(JsonNode value) {
        this.value = value;
    }

    @JsonValue
    Object value() {
        return value;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

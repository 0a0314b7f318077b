package com.anycompany.capacitydb.json;

import java.math.BigDecimal;
import java.util.List;

/** JSON value of a request. */
public sealed interface Json permits JsonObject, Json.Array, Json.Text, Json.Number, Json.Bool, Json.Null {

    /** A JSON array. */
    record Array(List<Json> elements) implements Json {

        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** A JSON string. */
    record Text(String value) implements Json {}

    /** A JSON number, as it was written. */
    record Number(String text) implements Json {

        private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
        private static final int MAX_DIGITS = 400;

        /** The integral part; it saturates at the bounds of a long. */
        public long longValue() {
            if (text.length() > MAX_DIGITS) {
                return Long.MAX_VALUE;
            }
            BigDecimal value = new BigDecimal(text);
            if (value.precision() - value.scale() < 0) {
                return 0;
            }
            return value.abs().compareTo(MAX) > 0 ? value.signum() * Long.MAX_VALUE : value.longValue();
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {}

    /** {@code null} as an element of an array; as a member it counts as absent. */
    record Null() implements Json {}
}

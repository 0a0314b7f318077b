package com.anycompany.xray.local.protocol;

/** Type of a string, number, Boolean or time in the service model. */
enum ScalarType {
    STRING("a String") {
        @Override
        boolean accepts(Object json) {
            return json instanceof String;
        }
    },
    /** A fraction is cut off, and a number out of bounds becomes the nearest one that isn't. */
    INTEGER("an Integer") {
        @Override
        Object convert(Object json) {
            return (int) number(json);
        }
    },
    DOUBLE("a Double") {
        @Override
        Object convert(Object json) {
            return number(json);
        }
    },
    BOOLEAN("a Boolean") {
        @Override
        boolean accepts(Object json) {
            return json instanceof Boolean;
        }
    },
    /** Seconds since the epoch. */
    TIMESTAMP("milliseconds since epoch") {
        @Override
        Object convert(Object json) {
            return number(json);
        }
    };

    private final String words;

    ScalarType(String words) {
        this.words = words;
    }

    boolean accepts(Object json) {
        return json instanceof Number number && Double.isFinite(number.doubleValue());
    }

    /** @throws com.anycompany.xray.local.http.ApiException if it can't be converted */
    Object convert(Object json) {
        if (accepts(json)) {
            return json;
        }
        throw WrongType.notA(words, json);
    }

    final double number(Object json) {
        if (accepts(json)) {
            return ((Number) json).doubleValue();
        }
        throw WrongType.notA(words, json);
    }
}

package com.anycompany.capacitydb.value;

import java.util.Optional;

/** The data types of attribute values, named as in the API. */
public enum AttributeType {
    S("STRING"),
    N("NUMBER"),
    B("BINARY"),
    BOOL("BOOLEAN"),
    NULL("NULL"),
    L("LIST"),
    M("MAP"),
    SS("STRING_SET"),
    NS("NUMBER_SET"),
    BS("BINARY_SET");

    private final String longName;

    AttributeType(String longName) {
        this.longName = longName;
    }

    public String longName() {
        return longName;
    }

    public boolean isSet() {
        return this == SS || this == NS || this == BS;
    }

    /** Whether values can be keys, and compared with {@code <}. */
    public boolean isOrdered() {
        return this == S || this == N || this == B;
    }

    public static Optional<AttributeType> named(String name) {
        for (AttributeType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}

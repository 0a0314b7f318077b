package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;

/** Condition on one attribute of a key. */
public record KeyTest(Kind kind, List<AttributeValue> values) {

    /** What can be asked of a key; only equality of the partition key. */
    public enum Kind {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        BETWEEN,
        BEGINS_WITH
    }

    public boolean isEquality() {
        return kind == Kind.EQUAL;
    }
}

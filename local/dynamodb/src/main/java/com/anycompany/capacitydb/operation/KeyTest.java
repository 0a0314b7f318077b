package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;

/** Condition on one attribute of a key. */
record KeyTest(Kind kind, List<AttributeValue> values) {

    /** What can be asked of a key; only equality of the partition key. */
    enum Kind {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        BETWEEN,
        BEGINS_WITH
    }

    boolean isEquality() {
        return kind == Kind.EQUAL;
    }
}

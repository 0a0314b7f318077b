package com.anycompany.capacitydb.value;

import com.anycompany.capacitydb.value.AttributeValue.B;
import com.anycompany.capacitydb.value.AttributeValue.N;
import com.anycompany.capacitydb.value.AttributeValue.S;

/** Order of strings, numbers and binaries: strings by their bytes in UTF-8. */
public final class ValueOrder {

    private ValueOrder() {}

    /** Whether {@link #compare} can be asked: both of the same type, and of one that has an order. */
    public static boolean isComparable(AttributeValue a, AttributeValue b) {
        return a.type() == b.type() && a.type().isOrdered();
    }

    /** Compares two values of the same ordered type. */
    public static int compare(AttributeValue a, AttributeValue b) {
        if (a instanceof S x && b instanceof S y) {
            return Utf8.compare(x.value(), y.value());
        }
        if (a instanceof N x && b instanceof N y) {
            return x.value().compareTo(y.value());
        }
        if (a instanceof B x && b instanceof B y) {
            return x.value().compareTo(y.value());
        }
        throw new IllegalArgumentException(a.type() + " and " + b.type() + " have no order");
    }
}

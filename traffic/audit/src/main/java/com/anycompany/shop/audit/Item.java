package com.anycompany.shop.audit;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of a table, whose attributes may be missing or have the wrong type. */
record Item(Map<String, AttributeValue> attributes) {

    /** A required attribute is missing or has the wrong type. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String attribute) {
            super("attribute " + attribute + " is missing or has the wrong type", null, false, false);
        }
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) throws Unreadable {
        String text = optionalText(name);
        if (text == null) {
            throw new Unreadable(name);
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : value.s();
    }

    BigDecimal number(String name) throws Unreadable {
        BigDecimal number = optionalNumber(name);
        if (number == null) {
            throw new Unreadable(name);
        }
        return number;
    }

    @Nullable
    BigDecimal optionalNumber(String name) {
        AttributeValue value = attributes.get(name);
        return value == null || value.n() == null ? null : new BigDecimal(value.n());
    }

    /** The price of all lines of an order. */
    BigDecimal sumOfLines() throws Unreadable {
        AttributeValue lines = attributes.get("lines");
        if (lines == null || !lines.hasL()) {
            throw new Unreadable("lines");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (AttributeValue value : lines.l()) {
            Item line = new Item(value.m());
            sum = sum.add(line.number("unitPrice").multiply(line.number("quantity")));
        }
        return sum;
    }

    /** How many entries a map has; none if there is no map. */
    int entries(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? 0 : value.m().size();
    }
}

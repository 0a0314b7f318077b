package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.item.PageRequest.Range;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.KeyAttribute;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.Binary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The range of keys that key conditions describe: all attributes of the partition key, the first of the sort key. */
public final class KeyRange {

    private final KeySchema schema;
    private final Map<String, KeyTest> tests;
    private final List<AttributeValue> prefix = new ArrayList<>();
    private @Nullable KeyTest last;

    private KeyRange(KeySchema schema, Map<String, KeyTest> tests) {
        this.schema = schema;
        this.tests = tests;
    }

    /**
     * The range of a query.
     *
     * @param start where an earlier page ended; null for the first
     */
    public static Range of(KeySchema schema, Map<String, KeyTest> tests, boolean forward, @Nullable ItemKey start) {
        KeyRange range = new KeyRange(schema, tests);
        range.resolve();
        return range.bounds(forward, start);
    }

    private void resolve() {
        Set<String> unused = new HashSet<>(tests.keySet());
        for (KeyAttribute attribute : schema.hash()) {
            KeyTest test = tests.get(attribute.name());
            if (test == null) {
                throw ServiceException.validation("Query condition missed key schema element: " + attribute.name());
            }
            if (!test.isEquality()) {
                throw ServiceException.validation("Query key condition not supported");
            }
            prefix.add(checked(attribute, test).values().get(0));
            unused.remove(attribute.name());
        }
        for (KeyAttribute attribute : schema.range()) {
            KeyTest test = tests.get(attribute.name());
            if (test == null || last != null) {
                break;
            }
            checked(attribute, test);
            unused.remove(attribute.name());
            if (test.isEquality()) {
                prefix.add(test.values().get(0));
            } else {
                last = test;
            }
        }
        if (!unused.isEmpty()) {
            checkGap(unused);
            throw ServiceException.validation(
                    schema.hasRange()
                                    && !tests.containsKey(schema.range().get(0).name())
                            ? "Query condition missed key schema element: "
                                    + schema.range().get(0).name()
                            : "Query key condition not supported");
        }
    }

    /** Of several sort key attributes, those before one with a condition need equalities. */
    private void checkGap(Set<String> unused) {
        if (schema.range().size() < 2) {
            return;
        }
        List<String> gap = new ArrayList<>();
        for (KeyAttribute attribute : schema.range()) {
            KeyTest test = tests.get(attribute.name());
            if (unused.contains(attribute.name()) && !gap.isEmpty()) {
                throw ServiceException.validation("RANGE key attributes " + String.join(", ", gap)
                        + " must have equality conditions specified in the query because a condition is present on key "
                        + "attribute " + attribute.name());
            }
            if (test == null || !test.isEquality()) {
                gap.add(attribute.name());
            }
        }
    }

    private static KeyTest checked(KeyAttribute attribute, KeyTest test) {
        for (AttributeValue value : test.values()) {
            if (value.type() != attribute.type()) {
                throw ServiceException.invalidParameter("Condition parameter type does not match schema type");
            }
            if (value.size() == 0) {
                throw ServiceException.validation(
                        "One or more parameter values are not valid. The AttributeValue for a "
                                + "key attribute cannot contain an empty "
                                + (value instanceof AttributeValue.S ? "string" : "binary")
                                + " value. Key: " + attribute.name());
            }
        }
        return test;
    }

    private Range bounds(boolean forward, @Nullable ItemKey start) {
        ItemKey from = ItemKey.before(prefix, hashed());
        ItemKey to = ItemKey.after(prefix, hashed());
        if (last != null) {
            List<AttributeValue> values = last.values();
            switch (last.kind()) {
                case LESS -> to = before(values.get(0));
                case LESS_OR_EQUAL -> to = after(values.get(0));
                case GREATER -> from = after(values.get(0));
                case GREATER_OR_EQUAL -> from = before(values.get(0));
                case BETWEEN -> {
                    from = before(values.get(0));
                    to = after(values.get(1));
                }
                case BEGINS_WITH -> {
                    from = before(values.get(0));
                    to = behindAllThatBeginWith(values.get(0));
                }
                case EQUAL -> throw new IllegalStateException("part of the prefix");
            }
        }
        if (start != null) {
            if (start.compareTo(from) < 0 || start.compareTo(to) > 0) {
                throw ServiceException.validation(
                        "The provided starting key is outside query boundaries based on provided conditions");
            }
            return forward ? new Range(start, to, true) : new Range(from, start, false);
        }
        return new Range(from, to, forward);
    }

    private int hashed() {
        return schema.hash().size();
    }

    private ItemKey before(AttributeValue value) {
        return ItemKey.before(extended(value), hashed());
    }

    private ItemKey after(AttributeValue value) {
        return ItemKey.after(extended(value), hashed());
    }

    private List<AttributeValue> extended(AttributeValue value) {
        List<AttributeValue> values = new ArrayList<>(prefix);
        values.add(value);
        return values;
    }

    /** The end of the values that begin with this one, exclusive: the next value, or the end of the partition. */
    private ItemKey behindAllThatBeginWith(AttributeValue value) {
        if (value instanceof AttributeValue.S string) {
            String next = successor(string.value());
            return next.isEmpty() ? ItemKey.after(prefix, hashed()) : before(new AttributeValue.S(next));
        }
        byte[] bytes = ((AttributeValue.B) value).value().bytes();
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(bytes, i + 1);
                next[i]++;
                return before(new AttributeValue.B(new Binary(next)));
            }
        }
        return ItemKey.after(prefix, hashed());
    }

    private static String successor(String text) {
        int[] codePoints = text.codePoints().toArray();
        for (int i = codePoints.length - 1; i >= 0; i--) {
            if (codePoints[i] < Character.MAX_CODE_POINT) {
                int next = codePoints[i] + 1;
                codePoints[i] = next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE
                        ? Character.MAX_SURROGATE + 1
                        : next;
                return new String(codePoints, 0, i + 1);
            }
        }
        return "";
    }
}

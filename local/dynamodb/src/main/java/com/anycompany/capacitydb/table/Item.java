package com.anycompany.capacitydb.table;

import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.Utf8;
import java.util.Collections;
import java.util.Map;

/** Item of a table: immutable, with its size. */
public final class Item {

    /** 400 KB. */
    public static final int MAX_SIZE = 400 * 1024;

    private final Map<String, AttributeValue> attributes;
    private final int size;

    public Item(Map<String, AttributeValue> attributes) {
        this.attributes = Collections.unmodifiableMap(attributes);
        this.size = size(attributes);
    }

    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    /** The bytes of names and values. */
    public int size() {
        return size;
    }

    public static int size(Map<String, AttributeValue> attributes) {
        int size = 0;
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            size += Utf8.length(attribute.getKey()) + attribute.getValue().size();
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item item && attributes.equals(item.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    @Override
    public String toString() {
        return attributes.toString();
    }
}

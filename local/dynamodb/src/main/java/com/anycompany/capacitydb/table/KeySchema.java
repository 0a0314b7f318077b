package com.anycompany.capacitydb.table;

import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key of a table or an index: partition key attributes (hash), then sort key attributes (range). A table has one of each at
 * most, a global index up to four.
 */
public record KeySchema(List<KeyAttribute> hash, List<KeyAttribute> range) {

    public KeySchema {
        hash = List.copyOf(hash);
        range = List.copyOf(range);
    }

    public List<KeyAttribute> attributes() {
        return Stream.concat(hash.stream(), range.stream()).toList();
    }

    public List<String> names() {
        return attributes().stream().map(KeyAttribute::name).toList();
    }

    public boolean contains(String attribute) {
        return attribute(attribute).isPresent();
    }

    public Optional<KeyAttribute> attribute(String name) {
        return attributes().stream().filter(a -> a.name().equals(name)).findFirst();
    }

    public boolean hasRange() {
        return !range.isEmpty();
    }

    public int length() {
        return hash.size() + range.size();
    }

    /** The values of the key's attributes in order; null if one is missing or has another type. */
    @Nullable
    List<AttributeValue> valuesIn(Map<String, AttributeValue> attributes) {
        List<AttributeValue> values = new ArrayList<>(length());
        for (KeyAttribute attribute : hash) {
            AttributeValue value = attributes.get(attribute.name());
            if (value == null || value.type() != attribute.type()) {
                return null;
            }
            values.add(value);
        }
        for (KeyAttribute attribute : range) {
            AttributeValue value = attributes.get(attribute.name());
            if (value == null || value.type() != attribute.type()) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    /** The key's attributes alone. */
    public Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (KeyAttribute attribute : attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null) {
                key.put(attribute.name(), value);
            }
        }
        return key;
    }
}

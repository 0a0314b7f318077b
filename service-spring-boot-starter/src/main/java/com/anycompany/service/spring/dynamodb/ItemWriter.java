package com.anycompany.service.spring.dynamodb;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builder of an item, or of a map within one. A null is not written: the item lacks that attribute. */
public final class ItemWriter {

    private final Map<String, AttributeValue> attributes = new HashMap<>();

    public ItemWriter text(String name, @Nullable String value) {
        return value == null ? this : attribute(name, Attributes.text(value));
    }

    public ItemWriter number(String name, long value) {
        return attribute(name, Attributes.number(value));
    }

    public ItemWriter decimal(String name, BigDecimal value) {
        return attribute(name, Attributes.number(value));
    }

    /** Writes an instant as epoch milliseconds, which sort. */
    public ItemWriter millis(String name, Instant value) {
        return number(name, value.toEpochMilli());
    }

    /** Writes an instant as epoch seconds, as time to live needs it. */
    public ItemWriter seconds(String name, Instant value) {
        return number(name, value.getEpochSecond());
    }

    public ItemWriter map(String name, ItemWriter map) {
        return attribute(name, AttributeValue.fromM(map.attributes));
    }

    public ItemWriter maps(String name, List<ItemWriter> maps) {
        return attribute(
                name,
                AttributeValue.fromL(maps.stream()
                        .map(map -> AttributeValue.fromM(map.attributes))
                        .toList()));
    }

    public ItemWriter attribute(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    public Map<String, AttributeValue> item() {
        return Map.copyOf(attributes);
    }
}

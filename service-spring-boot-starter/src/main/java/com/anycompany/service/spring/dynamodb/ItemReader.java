package com.anycompany.service.spring.dynamodb;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the attributes of an item, or of a map within one. An attribute that isn't there is an IllegalStateException that
 * names it; the optional ones are absent instead.
 */
public final class ItemReader {

    private final Map<String, AttributeValue> attributes;

    private ItemReader(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    public static ItemReader of(Map<String, AttributeValue> item) {
        return new ItemReader(item);
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public String text(String name) {
        return required(name).s();
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    public long number(String name) {
        return Long.parseLong(required(name).n());
    }

    public int integer(String name) {
        return Integer.parseInt(required(name).n());
    }

    public BigDecimal decimal(String name) {
        return new BigDecimal(required(name).n());
    }

    /** An instant that was written as epoch milliseconds. */
    public Instant millis(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    /** An instant that was written as epoch seconds, as time to live needs it. */
    public Instant seconds(String name) {
        return Instant.ofEpochSecond(number(name));
    }

    public ItemReader map(String name) {
        return of(required(name).m());
    }

    public List<ItemReader> maps(String name) {
        return required(name).l().stream().map(element -> of(element.m())).toList();
    }

    /** The attribute itself, for types that have no method here. */
    public AttributeValue required(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("Item has no attribute " + name + "; it has " + attributes.keySet());
        }
        return value;
    }
}

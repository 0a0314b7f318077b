package com.anycompany.shop.catalog.product;

import com.anycompany.service.spring.dynamodb.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Condition expressions of a read, with placeholders, since half of the attributes are reserved words. */
final class Conditions {

    private @Nullable String key;
    private final List<String> all = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    /** The key of the items that a query reads; the other conditions only pick from what was read. */
    Conditions key(String attribute, AttributeValue value) {
        key = name(attribute) + " = " + value(value);
        return this;
    }

    Conditions equal(String attribute, AttributeValue value) {
        all.add(name(attribute) + " = " + value(value));
        return this;
    }

    Conditions contains(String attribute, String part) {
        all.add("contains(" + name(attribute) + ", " + value(Attributes.text(part)) + ")");
        return this;
    }

    /** One attribute contains the text, or another one begins with it. */
    Conditions containsOrBegins(String containing, String beginning, String text) {
        String value = value(Attributes.text(text));
        all.add("(contains(" + name(containing) + ", " + value + ") OR begins_with(" + name(beginning) + ", " + value
                + "))");
        return this;
    }

    Conditions exists(String attribute) {
        all.add("attribute_exists(" + name(attribute) + ")");
        return this;
    }

    Conditions absent(String attribute) {
        all.add("attribute_not_exists(" + name(attribute) + ")");
        return this;
    }

    @Nullable
    String keyCondition() {
        return key;
    }

    /** The filter, or nothing where there is no condition: DynamoDB refuses an empty one. */
    @Nullable
    String filter() {
        return all.isEmpty() ? null : String.join(" AND ", all);
    }

    @Nullable
    Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    @Nullable
    Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }

    private String name(String attribute) {
        names.put("#" + attribute, attribute);
        return "#" + attribute;
    }

    private String value(AttributeValue value) {
        String placeholder = ":v" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }
}

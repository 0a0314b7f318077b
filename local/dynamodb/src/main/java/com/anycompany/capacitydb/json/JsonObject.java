package com.anycompany.capacitydb.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON object; members in the order of the request. The typed accessors expect an object that was checked against its
 * operation's shape: an absent member is null, a member of another type is a defect.
 */
public record JsonObject(Map<String, Json> members) implements Json {

    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(members);
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public @Nullable Json get(String name) {
        return members.get(name);
    }

    public Set<String> names() {
        return members.keySet();
    }

    public @Nullable String string(String name) {
        return members.get(name) instanceof Text text ? text.value() : null;
    }

    /** The text of a member that the shape requires. */
    public String text(String name) {
        String value = string(name);
        if (value == null) {
            throw new IllegalStateException("no text " + name);
        }
        return value;
    }

    public @Nullable Boolean bool(String name) {
        return members.get(name) instanceof Bool bool ? (Boolean) bool.value() : null;
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(bool(name));
    }

    public @Nullable Long number(String name) {
        return members.get(name) instanceof Number number ? (Long) number.longValue() : null;
    }

    public @Nullable JsonObject object(String name) {
        return members.get(name) instanceof JsonObject object ? object : null;
    }

    /** The object of a member that the shape requires; empty if it's absent. */
    public JsonObject objectOrEmpty(String name) {
        JsonObject value = object(name);
        return value == null ? EMPTY : value;
    }

    public @Nullable List<Json> array(String name) {
        return members.get(name) instanceof Array array ? array.elements() : null;
    }

    /** The objects of a list; empty if it's absent. */
    public List<JsonObject> objects(String name) {
        return elements(name, JsonObject.class, Function.identity());
    }

    /** The texts of a list; empty if it's absent. */
    public List<String> strings(String name) {
        return elements(name, Text.class, Text::value);
    }

    private <T extends Json, R> List<R> elements(String name, Class<T> type, Function<T, R> value) {
        List<Json> elements = array(name);
        List<R> values = new ArrayList<>();
        if (elements != null) {
            elements.forEach(element -> {
                if (type.isInstance(element)) {
                    values.add(value.apply(type.cast(element)));
                }
            });
        }
        return values;
    }

    /** A copy without some members. */
    public JsonObject without(String... names) {
        Map<String, Json> rest = new LinkedHashMap<>(members);
        for (String name : names) {
            rest.remove(name);
        }
        return new JsonObject(rest);
    }
}

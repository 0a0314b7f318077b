package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.json.JsonProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Access to an export's tree of maps and lists: what all kinds of telemetry have in common. */
final class ExportTree {

    private ExportTree() {}

    static Map<?, ?> readJson(byte[] body) throws InvalidExport {
        try {
            if (Json.read(body) instanceof Map<?, ?> export) {
                return export;
            }
            throw new InvalidExport("the body is not a JSON object");
        } catch (JacksonException e) {
            throw new InvalidExport("the body is not JSON: " + JsonProblem.describe(e));
        }
    }

    static Span.Scope scope(Map<?, ?> tree) throws InvalidExport {
        return new Span.Scope(text(tree, "name"), text(tree, "version"), attributes(tree));
    }

    static Map<String, Object> attributes(Map<?, ?> owner) throws InvalidExport {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Map<?, ?> attribute : objects(owner, "attributes")) {
            Object value = anyValue(object(attribute, "value"));
            if (value != null) {
                attributes.put(text(attribute, "key"), value);
            }
        }
        return attributes;
    }

    static @Nullable Object anyValue(Map<?, ?> value) throws InvalidExport {
        for (Map.Entry<?, ?> member : value.entrySet()) {
            String kind = String.valueOf(member.getKey());
            switch (kind) {
                case "stringValue", "bytesValue" -> {
                    return text(value, kind);
                }
                case "boolValue" -> {
                    return Boolean.TRUE.equals(member.getValue());
                }
                case "intValue" -> {
                    return number(value, kind);
                }
                case "doubleValue" -> {
                    return real(member.getValue());
                }
                case "arrayValue" -> {
                    return array(object(value, kind));
                }
                case "kvlistValue" -> {
                    return keyValues(object(value, kind));
                }
                default -> {}
            }
        }
        return null;
    }

    /** JSON has no number for what isn't one: OTLP writes {@code "NaN"}, {@code "Infinity"}. Neither has X-Ray. */
    private static Object real(@Nullable Object value) {
        if (value instanceof Number number) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? (Object) real : Double.toString(real);
        }
        return String.valueOf(value);
    }

    private static List<Object> array(Map<?, ?> array) throws InvalidExport {
        List<Object> values = new ArrayList<>();
        for (Map<?, ?> element : objects(array, "values")) {
            Object value = anyValue(element);
            values.add(value == null ? "" : value);
        }
        return values;
    }

    private static Map<String, Object> keyValues(Map<?, ?> list) throws InvalidExport {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map<?, ?> entry : objects(list, "values")) {
            Object value = anyValue(object(entry, "value"));
            values.put(text(entry, "key"), value == null ? "" : value);
        }
        return values;
    }

    static Map<?, ?> object(Map<?, ?> owner, String name) throws InvalidExport {
        Object value = owner.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new InvalidExport(name + " is not an object");
    }

    static List<Map<?, ?>> objects(Map<?, ?> owner, String name) throws InvalidExport {
        Object value = owner.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new InvalidExport(name + " is not an array");
        }
        List<Map<?, ?>> objects = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> object)) {
                throw new InvalidExport("an element of " + name + " is not an object");
            }
            objects.add(object);
        }
        return objects;
    }

    static String text(Map<?, ?> owner, String name) throws InvalidExport {
        Object value = owner.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidExport(name + " is not a string");
    }

    static String id(Map<?, ?> owner, String name) throws InvalidExport {
        return text(owner, name).toLowerCase(Locale.ROOT);
    }

    /** 64-bit numbers are strings in OTLP's JSON, but plain numbers are common. */
    static long number(Map<?, ?> owner, String name) throws InvalidExport {
        Object value = owner.get(name);
        if (value == null) {
            return 0;
        }
        if (value instanceof Long number) {
            return number;
        }
        try {
            if (value instanceof String || value instanceof Number) {
                return new BigDecimal(value.toString()).longValueExact();
            }
        } catch (NumberFormatException e) {
            throw new InvalidExport(name + " is not a number: " + shortened(value));
        } catch (ArithmeticException e) {
            throw new InvalidExport(name + " is not a whole number of 64 bits: " + shortened(value));
        }
        throw new InvalidExport(name + " is not a number");
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}

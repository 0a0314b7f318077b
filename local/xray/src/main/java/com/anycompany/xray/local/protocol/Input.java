package com.anycompany.xray.local.protocol;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Operation input: typed access to the members of a request. A member of another type is an error that names it. */
public final class Input {

    private static final byte[] NO_BODY = new byte[0];

    private final byte[] body;
    private @Nullable Map<?, ?> members;

    private Input(byte[] body) {
        this.body = body;
    }

    private Input(Map<?, ?> members) {
        this.body = NO_BODY;
        this.members = members;
    }

    /** The input in the body of a request, which is parsed when a member is asked for. */
    public static Input of(byte[] body) {
        return new Input(body);
    }

    /** The body of the request, which must not be changed; empty for an object within another one. */
    public byte[] body() {
        return body;
    }

    private static Map<?, ?> parse(byte[] body) {
        if (body.length == 0) {
            return Map.of();
        }
        try {
            if (Json.read(body) instanceof Map<?, ?> members) {
                return members;
            }
        } catch (JacksonException e) {
            throw serialization("the body is not valid JSON: " + e.getOriginalMessage());
        }
        throw serialization("the body is not a JSON object");
    }

    private static ApiException serialization(String message) {
        return ApiException.of(400, "SerializationException", message);
    }

    public boolean has(String name) {
        return members().get(name) != null;
    }

    public @Nullable String text(String name) {
        Object value = members().get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw serialization(name + " must be a string");
    }

    public String requiredText(String name) {
        String value = text(name);
        if (value == null || value.isEmpty()) {
            throw ApiException.invalid(name + " is required");
        }
        return value;
    }

    public @Nullable Double number(String name) {
        Object value = members().get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw serialization(name + " must be a number");
    }

    public double number(String name, double otherwise) {
        Double value = number(name);
        return value == null ? otherwise : value;
    }

    public double requiredNumber(String name) {
        Double value = number(name);
        if (value == null) {
            throw ApiException.invalid(name + " is required");
        }
        return value;
    }

    /** A time in seconds since the epoch, as milliseconds. */
    public long requiredMillis(String name) {
        double seconds = requiredNumber(name);
        if (seconds < 0 || seconds > 1e11) {
            throw ApiException.invalid(name + " must be a time in seconds since the epoch");
        }
        return Math.round(seconds * 1000);
    }

    public boolean flag(String name) {
        Object value = members().get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw serialization(name + " must be true or false");
    }

    public @Nullable Input object(String name) {
        Object value = members().get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> object) {
            return new Input(object);
        }
        throw serialization(name + " must be an object");
    }

    public Input requiredObject(String name) {
        Input value = object(name);
        if (value == null) {
            throw ApiException.invalid(name + " is required");
        }
        return value;
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof String text)) {
                throw serialization(name + " must be a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    public List<Input> objects(String name) {
        List<Input> objects = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof Map<?, ?> object)) {
                throw serialization(name + " must be a list of objects");
            }
            objects.add(new Input(object));
        }
        return objects;
    }

    private List<?> list(String name) {
        Object value = members().get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw serialization(name + " must be a list");
    }

    /** All members as the JSON parser returned them. */
    public Map<?, ?> members() {
        Map<?, ?> read = members;
        if (read == null) {
            read = parse(body);
            members = read;
        }
        return read;
    }
}

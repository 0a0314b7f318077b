package com.anycompany.xray.local.protocol;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Operation input: typed access to the members of a request. It is validated against the service model when its members are
 * first read, so an operation checks only what the model doesn't say.
 */
public final class Input {

    private static final byte[] NO_BODY = new byte[0];

    private final byte[] body;
    private final Shape.@Nullable Structure shape;
    private final boolean replayed;
    private @Nullable Map<?, ?> members;

    private Input(byte[] body, Shape.@Nullable Structure shape, boolean replayed) {
        this.body = body;
        this.shape = shape;
        this.replayed = replayed;
    }

    private Input(Map<?, ?> members, boolean replayed) {
        this(NO_BODY, null, replayed);
        this.members = members;
    }

    /** The input in a body that isn't in the service model. */
    public static Input of(byte[] body) {
        return new Input(body, null, false);
    }

    /** The input in the body of a request, which is parsed and validated when a member is asked for. */
    static Input of(byte[] body, Shape.Structure shape) {
        return new Input(body, shape, false);
    }

    /** The input of a call that was accepted once, maybe by an earlier version, and is repeated now: not validated. */
    public static Input replayed(byte[] body) {
        return new Input(body, null, true);
    }

    /** Whether this is a call that was accepted once and is repeated now. */
    public boolean isReplayed() {
        return replayed;
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
            throw ApiException.serialization("the body is not valid JSON: " + JsonProblem.describe(e));
        }
        throw ApiException.serialization("the body is not a JSON object");
    }

    public boolean has(String name) {
        return members().get(name) != null;
    }

    private @Nullable Object value(String name, ScalarType type, String words) {
        Object value = members().get(name);
        if (value != null && !type.accepts(value)) {
            throw ApiException.serialization(name + " must be " + words);
        }
        return value;
    }

    public @Nullable String text(String name) {
        return (String) value(name, ScalarType.STRING, "a string");
    }

    public String requiredText(String name) {
        return required(name, text(name));
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw ApiException.invalid(name + " is required");
        }
        return value;
    }

    public @Nullable Double number(String name) {
        Number value = (Number) value(name, ScalarType.DOUBLE, "a number");
        return value == null ? null : (Double) value.doubleValue();
    }

    public double number(String name, double otherwise) {
        Double value = number(name);
        return value == null ? otherwise : value;
    }

    public double requiredNumber(String name) {
        return required(name, number(name));
    }

    public int requiredInteger(String name) {
        return (int) requiredNumber(name);
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
        return Boolean.TRUE.equals(value(name, ScalarType.BOOLEAN, "true or false"));
    }

    public @Nullable Input object(String name) {
        Object value = members().get(name);
        return value == null ? null : new Input(WrongType.object(value), replayed);
    }

    public Input requiredObject(String name) {
        return required(name, object(name));
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        list(name).forEach(element -> texts.add((String) ScalarType.STRING.convert(element)));
        return texts;
    }

    public List<Input> objects(String name) {
        List<Input> objects = new ArrayList<>();
        list(name).forEach(element -> objects.add(new Input(WrongType.object(element), replayed)));
        return objects;
    }

    private List<?> list(String name) {
        Object value = members().get(name);
        return value == null ? List.of() : WrongType.list(value);
    }

    /** All members as the JSON parser returned them. */
    public Map<?, ?> members() {
        Map<?, ?> read = members;
        if (read == null) {
            read = parse(body);
            if (shape != null) {
                Violations violations = new Violations();
                shape.check(read, "", violations);
                violations.refuse();
            }
            members = read;
        }
        return read;
    }
}

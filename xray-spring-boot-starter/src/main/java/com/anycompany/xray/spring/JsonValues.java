package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.SegmentImpl;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serializer of an entity's maps: strings, numbers, Booleans, and the JDK's maps, lists and sets of them. Any other object is
 * written by the X-Ray SDK's own Jackson mapper. As with that mapper, a map's entry without content is left out.
 *
 * <p>A value that can't be written, such as a map that contains itself, becomes a string that says so; the document isn't lost.
 */
final class JsonValues {

    private static final Logger log = LoggerFactory.getLogger(JsonValues.class);

    /** Far more than anybody nests on purpose. */
    private static final int MAX_DEPTH = 200;

    private final JsonBuffer json;

    JsonValues(JsonBuffer json) {
        this.json = json;
    }

    /** Writes a map as a member of the current object, if it has any content. */
    void member(byte[] name, @Nullable Map<String, ?> map) {
        if (map == null || map.isEmpty()) {
            return;
        }
        int start = json.length();
        json.name(name);
        json.beginObject();
        int empty = json.length();
        for (Map.Entry<String, ?> entry : map.entrySet()) {
            entryOrReason(entry.getKey(), entry.getValue(), 0);
        }
        end(start, empty);
    }

    private void entryOrReason(String key, Object value, int depth) {
        int start = json.length();
        try {
            entry(key, value, depth);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | JsonProcessingException e) {
            log.debug("The value of {} can't be written", key, e);
            json.truncate(start);
            json.name(key);
            json.string(value.getClass().getName() + " can't be written as JSON: "
                    + e.getClass().getName());
        }
    }

    private void entry(String key, @Nullable Object value, int depth) throws JsonProcessingException {
        if (value == null || "".equals(value)) {
            return;
        }
        if (value instanceof Map<?, ?> map && isPlain(map)) {
            map(key, map, depth + 1);
        } else if (isList(value)) {
            Iterable<?> elements = (Iterable<?>) value;
            if (elements.iterator().hasNext()) {
                json.name(key);
                array(elements, depth + 1);
            }
        } else if (isScalar(value)) {
            json.name(key);
            scalar(value);
        } else {
            byte[] object = byMapper(Collections.singletonMap(key, value));
            // Without the braces; empty if the mapper regards the value as empty.
            if (object.length > 2) {
                json.raw(object, 1, object.length - 1);
            }
        }
    }

    private void map(String key, Map<?, ?> map, int depth) throws JsonProcessingException {
        int start = json.length();
        json.name(key);
        json.beginObject();
        int empty = json.length();
        entries(map, depth);
        end(start, empty);
    }

    private void entries(Map<?, ?> map, int depth) throws JsonProcessingException {
        checkDepth(depth);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (depth == 1 && entry.getValue() != null) {
                // A value in a namespace of metadata: the namespace's others are independent of it.
                entryOrReason((String) entry.getKey(), entry.getValue(), depth);
            } else {
                entry((String) entry.getKey(), entry.getValue(), depth);
            }
        }
    }

    /** Ends an object that began at {@code start}, or takes it back if nothing was written into it. */
    private void end(int start, int empty) {
        if (json.length() == empty) {
            json.truncate(start);
        } else {
            json.endObject();
        }
    }

    private void array(Iterable<?> elements, int depth) throws JsonProcessingException {
        checkDepth(depth);
        json.beginArray();
        for (Object element : elements) {
            element(element, depth);
        }
        json.endArray();
    }

    private void element(@Nullable Object element, int depth) throws JsonProcessingException {
        if (element == null) {
            json.nothing();
        } else if (element instanceof Map<?, ?> map && isPlain(map)) {
            json.beginObject();
            entries(map, depth + 1);
            json.endObject();
        } else if (isList(element)) {
            array((Iterable<?>) element, depth + 1);
        } else if (isScalar(element)) {
            scalar(element);
        } else {
            json.raw(byMapper(element));
        }
    }

    /** By way of a string, since the mapper's own UTF-8 refuses unpaired surrogates. */
    private static byte[] byMapper(Object value) throws JsonProcessingException {
        return Sdk.mapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalStateException("Nested more than " + MAX_DEPTH + " times");
        }
    }

    private static boolean isScalar(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                || value.getClass() == BigDecimal.class
                || value.getClass() == BigInteger.class
                || value instanceof NullNode;
    }

    private void scalar(Object value) {
        if (value instanceof String text) {
            json.string(text);
        } else if (value instanceof Boolean bool) {
            json.bool(bool);
        } else if (value instanceof Double number) {
            json.number(number.doubleValue());
        } else if (value instanceof Float number) {
            json.number(number.floatValue());
        } else if (value instanceof BigDecimal number) {
            json.number(number);
        } else if (value instanceof BigInteger number) {
            json.number(new BigDecimal(number));
        } else if (value instanceof Number number) {
            json.number(number.longValue());
        } else {
            json.nothing();
        }
    }

    /** A class of the JDK has no annotations that change how it is written; other keys than strings have their own rules. */
    private static boolean isPlain(Map<?, ?> map) {
        if (!isOfTheJdk(map) && !(map instanceof AwsBlock)) {
            return false;
        }
        for (Object key : map.keySet()) {
            if (!(key instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isList(Object value) {
        return (value instanceof List || value instanceof Set) && isOfTheJdk(value);
    }

    private static boolean isOfTheJdk(Object value) {
        return value.getClass().getClassLoader() == null;
    }

    /** Access to the X-Ray SDK's mapper, a protected field of its entities. */
    private static final class Sdk extends SegmentImpl {

        private Sdk(AWSXRayRecorder recorder) {
            super(recorder, "");
        }

        @SuppressWarnings("deprecation") // Nothing else has its settings.
        static ObjectMapper mapper() {
            return mapper;
        }
    }
}

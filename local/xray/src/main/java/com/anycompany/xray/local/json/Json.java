package com.anycompany.xray.local.json;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads and writes JSON as plain maps, lists, strings, booleans and exact numbers: a data binder would cost more
 * start-up time and memory than the little that is needed of one is worth.
 */
public final class Json {

    /** Deeper than any SDK nests subsegments, shallow enough for a small thread stack. */
    public static final int MAX_DEPTH = 200;

    /** A token of one or two bytes, such as an empty object, takes up to a hundred in memory; no more in a small heap. */
    private static final long MAX_TOKENS =
            Math.max(200_000, Math.min(2_000_000, Runtime.getRuntime().maxMemory() / 128));

    public static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .maxNumberLength(400)
                    .maxNameLength(64 * 1024)
                    .build())
            .build();

    public static final ObjectReadContext READ = ObjectReadContext.empty();
    public static final ObjectWriteContext WRITE = ObjectWriteContext.empty();

    private Json() {}

    /** Reads one whole value, and nothing after it. */
    public static @Nullable Object read(byte[] bytes) throws JacksonException {
        try (JsonParser json = FACTORY.createParser(READ, bytes, 0, bytes.length)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return null;
            }
            Object value = read(json, first);
            json.nextToken();
            return value;
        }
    }

    /** Reads the value that begins with the parser's current token. */
    public static @Nullable Object read(JsonParser json, @Nullable JsonToken token) {
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> readObject(json);
            case START_ARRAY -> readArray(json);
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(json, token);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    /** A number whose exponent no BigDecimal can hold stays the text that it was. */
    private static Object readNumber(JsonParser json, JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return json.getNumberValue();
        }
        try {
            return json.getDecimalValue();
        } catch (ArithmeticException | NumberFormatException | JacksonException e) {
            return json.getString();
        }
    }

    private static Map<String, @Nullable Object> readObject(JsonParser json) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            object.put(name, read(json, json.nextToken()));
        }
        return object;
    }

    private static List<@Nullable Object> readArray(JsonParser json) {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            array.add(read(json, token));
        }
        return array;
    }

    /** Writes what {@link #read} reads. */
    public static byte[] bytes(@Nullable Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(WRITE, out)) {
            write(json, value);
        }
        return out.toByteArray();
    }

    public static void write(JsonGenerator json, @Nullable Object value) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            writeNumber(json, number);
        } else if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                json.writeName((String) member.getKey());
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> array) {
            json.writeStartArray();
            for (Object element : array) {
                write(json, element);
            }
            json.writeEndArray();
        } else {
            json.writeNull();
        }
    }

    /** The same value in UTF-8, whichever encoding it has; numbers keep their digits. */
    public static byte[] rewrite(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        try (JsonParser in = FACTORY.createParser(READ, bytes, 0, bytes.length);
                JsonGenerator json = FACTORY.createGenerator(WRITE, out)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token.isNumeric()) {
                    json.writeNumber(in.getString());
                } else {
                    json.copyCurrentEvent(in);
                }
            }
        }
        return out.toByteArray();
    }

    private static void writeNumber(JsonGenerator json, Number value) {
        if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else {
            json.writeNumber(value.longValue());
        }
    }
}

package com.anycompany.capacitydb.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON texts into trees of bounded depth. */
public final class JsonReader {

    private static final int MAX_TEXT = 32 << 20;
    private static final int MAX_NAME = 1 << 20;

    private final JsonFactory factory;

    public JsonReader(int maxDepth) {
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(1000)
                        .maxNameLength(MAX_NAME)
                        .build())
                .build();
    }

    /** Reads one object and nothing after it. */
    public JsonObject readObject(byte[] text) throws InvalidJson {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidJson("no object", new IllegalArgumentException());
            }
            JsonObject object = object(parser);
            if (parser.nextToken() != null) {
                throw new InvalidJson("more than one value", new IllegalArgumentException());
            }
            return object;
        } catch (JacksonException e) {
            throw new InvalidJson(e.getOriginalMessage(), e);
        }
    }

    private static JsonObject object(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                members.put(name, value(parser));
            } else {
                members.remove(name);
            }
        }
        return new JsonObject(members);
    }

    private static Json.Array array(JsonParser parser) {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new Json.Array(elements);
    }

    private static Json value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            default -> new Json.Number(parser.getString());
        };
    }
}

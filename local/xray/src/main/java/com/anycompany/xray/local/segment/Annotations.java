package com.anycompany.xray.local.segment;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Keeps the annotations that X-Ray would index: scalars under a valid key; others stay in the document alone. */
final class Annotations {

    private static final int MAX_KEY_LENGTH = 500;

    private Map<String, Object> values = Map.of();

    void read(JsonParser json, JsonToken object) {
        if (object != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL && isIndexed(key)) {
                put(key, value(json, token));
            }
        }
    }

    private static Object value(JsonParser json, JsonToken token) {
        if (token.isNumeric()) {
            return json.getDoubleValue();
        }
        return token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE) : json.getString();
    }

    private void put(String key, Object value) {
        if (values.isEmpty()) {
            values = new LinkedHashMap<>();
        }
        values.put(key, value);
    }

    private static boolean isIndexed(String key) {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean valid =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    Map<String, Object> values() {
        return values;
    }
}

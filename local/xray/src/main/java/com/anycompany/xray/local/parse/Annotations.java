package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** Keeps the annotations that X-Ray would index: scalars under a valid key; others stay in the document alone. */
public final class Annotations {

    private static final int MAX_KEY_LENGTH = 500;

    private Annotations() {}

    public static Map<String, Object> read(Tokens json, JsonToken object) {
        if (object != JsonToken.START_OBJECT) {
            json.skipChildren();
            return Map.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL && isIndexed(key)) {
                values.put(key, value(json, token));
            }
        }
        return values;
    }

    private static Object value(Tokens json, JsonToken token) {
        if (token.isNumeric()) {
            return json.number();
        }
        return token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE) : json.text();
    }

    public static boolean isIndexed(String key) {
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
}

package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads tags, with AWS's messages. */
final class TagInput {

    private static final int MAX_TAGS = 50;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    private TagInput() {}

    static Map<String, String> read(JsonObject request) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (JsonObject tag : request.objects("Tags")) {
            String key = checkKey(tag.string("Key"));
            String value = tag.string("Value");
            if (value == null || value.length() > MAX_VALUE) {
                throw ServiceException.validation("The Tag Value provided is invalid, Value: " + value);
            }
            if (tags.put(key, value) != null) {
                throw ServiceException.validation(
                        "Duplicate Tag Keys provided as input: Duplicate Tag Key found " + key);
            }
        }
        checkCount(tags);
        return tags;
    }

    static String checkKey(@Nullable String key) {
        if (key == null || key.isEmpty() || key.length() > MAX_KEY) {
            throw ServiceException.validation("The Tag Key provided is invalid, Key: " + key);
        }
        if (key.startsWith("aws:")) {
            throw ServiceException.validation("Tag Key cannot be prefixed with aws:, Key: " + key);
        }
        return key;
    }

    static void checkCount(Map<String, String> tags) {
        if (tags.size() > MAX_TAGS) {
            throw ServiceException.validation("Number of Tags exceed the current limit for the provided ResourceArn");
        }
    }
}

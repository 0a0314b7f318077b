package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads tags. */
final class TagInput {

    private TagInput() {}

    static Map<String, String> read(JsonObject request) {
        Map<String, String> tags = new LinkedHashMap<>();
        request.objects("Tags").forEach(tag -> tags.put(tag.text("Key"), tag.text("Value")));
        return tags;
    }
}

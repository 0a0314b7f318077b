package com.anycompany.xray.local.api;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of groups and sampling rules; only what exists can have some. */
final class Tags {

    private static final int MAX_TAGS = 50;

    private final Map<String, Map<String, String>> byArn = new HashMap<>();

    void addTo(Operations operations) {
        operations
                .add("/ListTagsForResource", this::list)
                .add("/TagResource", this::tag)
                .add("/UntagResource", this::untag);
    }

    /** A resource has come into being. */
    synchronized void put(String arn, List<Input> tags) {
        Map<String, String> values = byArn.computeIfAbsent(arn, key -> new LinkedHashMap<>());
        Map<String, String> wanted = new LinkedHashMap<>(values);
        for (Input tag : tags) {
            String value = tag.text("Value");
            wanted.put(tag.requiredText("Key"), value == null ? "" : value);
        }
        if (wanted.size() > MAX_TAGS) {
            throw ApiException.of(400, "TooManyTagsException", "A resource can have at most " + MAX_TAGS + " tags");
        }
        values.putAll(wanted);
    }

    synchronized void forget(String arn) {
        byArn.remove(arn);
    }

    private synchronized Output list(Input input) {
        return new Output()
                .put(
                        "Tags",
                        find(input).entrySet(),
                        tag -> new Output().put("Key", tag.getKey()).put("Value", tag.getValue()))
                .put("NextToken", null);
    }

    private synchronized Output tag(Input input) {
        find(input);
        put(input.requiredText("ResourceARN"), input.objects("Tags"));
        return new Output();
    }

    private synchronized Output untag(Input input) {
        find(input).keySet().removeAll(input.texts("TagKeys"));
        return new Output();
    }

    private Map<String, String> find(Input input) {
        String arn = input.requiredText("ResourceARN");
        Map<String, String> tags = byArn.get(arn);
        if (tags == null) {
            throw ApiException.of(404, "ResourceNotFoundException", "Resource not found: " + arn);
        }
        return tags;
    }
}

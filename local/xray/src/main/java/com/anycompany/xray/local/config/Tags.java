package com.anycompany.xray.local.config;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of groups and sampling rules; only what exists can have some. */
public final class Tags {

    public static final Map<String, String> NONE = Map.of();

    private static final int MAX_TAGS = 50;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    private final Map<String, Map<String, String>> byArn = new HashMap<>();

    public void addTo(Operations operations) {
        operations
                .add("/ListTagsForResource", this::list)
                .add("/TagResource", this::tag)
                .add("/UntagResource", this::untag);
    }

    /** The tags that a request brings, checked before anything is made that they could belong to. */
    public static Map<String, String> read(Input input) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Input tag : input.objects("Tags")) {
            String key = tag.requiredText("Key");
            String value = tag.text("Value");
            if (key.length() > MAX_KEY || value != null && value.length() > MAX_VALUE) {
                throw ApiException.invalid(
                        "A tag's Key must have at most " + MAX_KEY + " characters, its Value " + MAX_VALUE);
            }
            if (tags.put(key, value == null ? "" : value) != null) {
                throw ApiException.invalid("Tags names the Key " + key + " twice");
            }
        }
        checkCount(tags, "");
        return tags;
    }

    private static void checkCount(Map<String, String> tags, String arn) {
        if (tags.size() > MAX_TAGS) {
            throw ApiException.tooManyTags("A resource can have at most " + MAX_TAGS + " tags", arn);
        }
    }

    /** A resource has come into being. */
    public synchronized void put(String arn, Map<String, String> tags) {
        byArn.put(arn, new LinkedHashMap<>(tags));
    }

    public synchronized void forget(String arn) {
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
        Map<String, String> tags = find(input);
        Map<String, String> wanted = new LinkedHashMap<>(tags);
        wanted.putAll(read(input));
        checkCount(wanted, input.requiredText("ResourceARN"));
        tags.putAll(wanted);
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
            throw ApiException.notFound("Resource not found: " + arn, arn);
        }
        return tags;
    }
}

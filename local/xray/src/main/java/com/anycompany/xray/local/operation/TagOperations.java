package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.Tags;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import java.util.LinkedHashMap;
import java.util.Map;

/** ListTagsForResource, TagResource and UntagResource. */
public final class TagOperations {

    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    private final Tags tags;

    public TagOperations(Tags tags) {
        this.tags = tags;
    }

    public void addTo(Operations operations) {
        operations
                .add("ListTagsForResource", "/ListTagsForResource", this::listTagsForResource)
                .addChange("TagResource", "/TagResource", this::tagResource)
                .addChange("UntagResource", "/UntagResource", this::untagResource);
    }

    /** The member {@code Tags} of a request, validated. */
    static Map<String, String> tags(Input input) {
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
        Tags.checkCount(tags, "");
        return tags;
    }

    private Output listTagsForResource(Input input) {
        return new Output()
                .put(
                        "Tags",
                        tags.of(arn(input)).entrySet(),
                        tag -> new Output().put("Key", tag.getKey()).put("Value", tag.getValue()))
                .put("NextToken", null);
    }

    private Output tagResource(Input input) {
        String arn = arn(input);
        tags.checkExists(arn);
        tags.add(arn, tags(input));
        return new Output();
    }

    private Output untagResource(Input input) {
        String arn = arn(input);
        tags.checkExists(arn);
        tags.remove(arn, input.texts("TagKeys"));
        return new Output();
    }

    private static String arn(Input input) {
        return input.requiredText("ResourceARN");
    }
}

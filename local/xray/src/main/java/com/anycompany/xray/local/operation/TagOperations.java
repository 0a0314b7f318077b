package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.Tags;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ListTagsForResource, TagResource and UntagResource. */
public final class TagOperations {

    private static final String SYSTEM_TAG = "aws:";

    private final Tags tags;
    private final Groups groups;

    private record TagResourceRequest(String arn, Map<String, String> tags) {

        static TagResourceRequest of(Input input, Groups groups) {
            return new TagResourceRequest(TagOperations.arn(input, groups), TagOperations.tags(input));
        }
    }

    private record UntagResourceRequest(String arn, List<String> keys) {

        static UntagResourceRequest of(Input input, Groups groups) {
            return new UntagResourceRequest(TagOperations.arn(input, groups), input.texts("TagKeys"));
        }
    }

    public TagOperations(Tags tags, Groups groups) {
        this.tags = tags;
        this.groups = groups;
    }

    public void addTo(Operations operations) {
        operations
                .add("ListTagsForResource", this::listTagsForResource)
                .addChange("TagResource", this::tagResource)
                .addChange("UntagResource", this::untagResource);
    }

    /** The member {@code Tags} of a request, validated. */
    static Map<String, String> tags(Input input) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Input tag : input.objects("Tags")) {
            String key = tag.requiredText("Key");
            String value = tag.text("Value");
            if (key.regionMatches(true, 0, SYSTEM_TAG, 0, SYSTEM_TAG.length())) {
                throw ApiException.invalid("Caller is an end user and not allowed to mutate system tags");
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
                        tags.of(arn(input, groups)).entrySet(),
                        tag -> new Output().put("Key", tag.getKey()).put("Value", tag.getValue()))
                .put("NextToken", null);
    }

    private Output tagResource(Input input) {
        TagResourceRequest request = TagResourceRequest.of(input, groups);
        tags.add(request.arn(), request.tags());
        return new Output();
    }

    private Output untagResource(Input input) {
        UntagResourceRequest request = UntagResourceRequest.of(input, groups);
        tags.remove(request.arn(), request.keys());
        return new Output();
    }

    private static String arn(Input input, Groups groups) {
        return GroupMember.currentArn(input, input.requiredText("ResourceARN"), groups);
    }
}

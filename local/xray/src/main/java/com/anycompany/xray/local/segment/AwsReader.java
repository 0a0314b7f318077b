package com.anycompany.xray.local.segment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what matters of an {@code aws} block; a field of the wrong type counts as absent. */
final class AwsReader {

    private @Nullable String accountId;
    private @Nullable String operation;
    private @Nullable String tableName;
    private @Nullable String bucketName;
    private @Nullable String queueUrl;
    private @Nullable String topicArn;
    private @Nullable String functionName;
    private @Nullable String instanceId;
    private @Nullable String availabilityZone;

    private AwsReader() {}

    static @Nullable Aws read(JsonParser json, JsonToken object) {
        if (object != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        AwsReader reader = new AwsReader();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                reader.readField(field, json.getString());
            } else if (value == JsonToken.START_OBJECT && field.equals("ec2")) {
                reader.readEc2(json);
            } else if (value == JsonToken.START_ARRAY && field.equals("table_names")) {
                reader.readOnlyTable(json);
            } else {
                json.skipChildren();
            }
        }
        return reader.build();
    }

    private void readField(String field, String value) {
        switch (field) {
            case "account_id" -> accountId = value;
            case "operation" -> operation = value;
            case "table_name" -> tableName = value;
            case "bucket_name" -> bucketName = value;
            case "queue_url" -> queueUrl = value;
            case "topic_arn" -> topicArn = value;
            case "function_name" -> functionName = value;
            default -> {}
        }
    }

    private void readEc2(JsonParser json) {
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                switch (field) {
                    case "instance_id" -> instanceId = json.getString();
                    case "availability_zone" -> availabilityZone = json.getString();
                    default -> {}
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** A call that names exactly one table, as batch calls do in a list, is a call to that table. */
    private void readOnlyTable(JsonParser json) {
        String[] names = new String[0];
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                names = Arrays.copyOf(names, names.length + 1);
                names[names.length - 1] = json.getString();
            } else {
                json.skipChildren();
            }
        }
        if (names.length == 1 && tableName == null) {
            tableName = names[0];
        }
    }

    private Aws build() {
        return new Aws(
                accountId,
                operation,
                tableName,
                bucketName,
                queueUrl,
                topicArn,
                functionName,
                instanceId,
                availabilityZone);
    }
}

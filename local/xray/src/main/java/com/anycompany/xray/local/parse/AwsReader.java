package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.Tokens;
import com.anycompany.xray.local.segment.Aws;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads what matters of an {@code aws} block; a field of the wrong type counts as absent. */
public final class AwsReader {

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

    public static @Nullable Aws read(Tokens json, JsonToken object) {
        if (object != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        AwsReader reader = new AwsReader();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                reader.readField(field, json);
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

    private void readField(String field, Tokens json) {
        switch (field) {
            case "account_id" -> accountId = json.symbol();
            case "operation" -> operation = json.symbol();
            case "table_name" -> tableName = json.symbol();
            case "bucket_name" -> bucketName = json.symbol();
            case "queue_url" -> queueUrl = json.symbol();
            case "topic_arn" -> topicArn = json.symbol();
            case "function_name" -> functionName = json.symbol();
            default -> {}
        }
    }

    private void readEc2(Tokens json) {
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                switch (field) {
                    case "instance_id" -> instanceId = json.symbol();
                    case "availability_zone" -> availabilityZone = json.symbol();
                    default -> {}
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** A call that names exactly one table, as batch calls do in a list, is a call to that table. */
    private void readOnlyTable(Tokens json) {
        String[] names = new String[0];
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                names = Arrays.copyOf(names, names.length + 1);
                names[names.length - 1] = json.symbol();
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

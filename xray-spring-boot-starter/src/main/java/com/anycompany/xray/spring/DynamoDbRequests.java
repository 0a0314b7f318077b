package com.anycompany.xray.spring;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * Reflective access to DynamoDB's requests by the names of their fields, so that an application without DynamoDB doesn't need
 * its classes.
 */
final class DynamoDbRequests {

    private static final Set<String> THROTTLED =
            Set.of("ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded");

    private DynamoDbRequests() {}

    /** The tables of a transaction or a batch; empty for other requests, whose only table the X-Ray SDK records. */
    static List<String> tables(SdkRequest request) {
        Set<String> tables = new LinkedHashSet<>();
        if (field(request, "TransactItems") instanceof Collection<?> items) {
            for (Object item : items) {
                collectTables((SdkPojo) item, tables);
            }
        } else if (field(request, "RequestItems") instanceof Map<?, ?> batch) {
            batch.keySet().forEach(table -> tables.add(table.toString()));
        }
        return List.copyOf(tables);
    }

    private static void collectTables(SdkPojo transactItem, Set<String> tables) {
        // An item is one of ConditionCheck, Put, Delete, Update or Get.
        for (SdkField<?> action : transactItem.sdkFields()) {
            if (action.getValueOrDefault(transactItem) instanceof SdkPojo pojo
                    && field(pojo, "TableName") instanceof String table) {
                tables.add(table);
            }
        }
    }

    /** Sets ReturnConsumedCapacity, if the request has this field and the application hasn't set it. */
    static SdkRequest requestConsumedCapacity(SdkRequest request) {
        SdkField<?> field = request.sdkFieldNameToField().get("ReturnConsumedCapacity");
        if (field == null || field.getValueOrDefault(request) != null) {
            return request;
        }
        SdkRequest.Builder builder = request.toBuilder();
        field.set(builder, "TOTAL");
        return builder.build();
    }

    /** Whether a transaction was cancelled for lack of capacity. The X-Ray SDK doesn't count this as throttling. */
    static boolean isThrottledTransaction(Throwable exception) {
        return exception instanceof SdkPojo pojo
                && field(pojo, "CancellationReasons") instanceof Collection<?> reasons
                && reasons.stream().anyMatch(reason -> THROTTLED.contains(code(reason)));
    }

    private static String code(Object reason) {
        return field((SdkPojo) reason, "Code") instanceof String code ? code : "";
    }

    private static @Nullable Object field(SdkPojo pojo, String name) {
        SdkField<?> field = pojo.sdkFieldNameToField().get(name);
        return field == null ? null : field.getValueOrDefault(pojo);
    }
}

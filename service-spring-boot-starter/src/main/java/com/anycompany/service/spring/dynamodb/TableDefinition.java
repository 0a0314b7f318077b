package com.anycompany.service.spring.dynamodb;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * Definition of a table: as a bean, the table is created at start-up where it is absent. One that exists is left as it is.
 *
 * @param request keys, indexes and capacity
 * @param timeToLiveAttribute attribute with the second at which DynamoDB deletes an item; null where items stay
 */
public record TableDefinition(
        CreateTableRequest request, @Nullable String timeToLiveAttribute) {

    public static TableDefinition of(CreateTableRequest request) {
        return new TableDefinition(request, null);
    }

    public TableDefinition withTimeToLive(String attribute) {
        return new TableDefinition(request, attribute);
    }

    String name() {
        return request.tableName();
    }
}

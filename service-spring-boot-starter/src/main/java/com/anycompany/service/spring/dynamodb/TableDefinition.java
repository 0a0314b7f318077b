package com.anycompany.service.spring.dynamodb;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * Definition of a table: as a bean, the table is created at start-up where it is absent. One that exists is left as it is.
 *
 * @param schema sets keys, indexes and capacity; called only where the table is absent, so that other starts don't load the
 *     classes that it needs
 * @param timeToLiveAttribute attribute with the second at which DynamoDB deletes an item; null where items stay
 */
public record TableDefinition(
        String name,
        Consumer<CreateTableRequest.Builder> schema,
        @Nullable String timeToLiveAttribute) {

    public static TableDefinition of(String name, Consumer<CreateTableRequest.Builder> schema) {
        return new TableDefinition(name, schema, null);
    }

    public TableDefinition withTimeToLive(String attribute) {
        return new TableDefinition(name, schema, attribute);
    }

    CreateTableRequest request() {
        CreateTableRequest.Builder request = CreateTableRequest.builder().tableName(name);
        schema.accept(request);
        return request.build();
    }
}

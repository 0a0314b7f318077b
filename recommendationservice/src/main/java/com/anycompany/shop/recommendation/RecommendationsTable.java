package com.anycompany.shop.recommendation;

import com.anycompany.service.spring.dynamodb.TableDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Definition of the table Recommendations: one item for each ordered pair of products, and one that remembers each counted order.
 *
 * <pre>
 * productId        otherProductId   orders   expiresAt
 * 2001492513595    2003...          17                    17 orders had both
 * 2003...          2001492513595    17                    the same pair, seen from the other side
 * order#7f3a       counted                   1798000000   order 7f3a has been counted; removed by DynamoDB in time
 *
 * by-orders (local index): productId, orders → the most frequent companions of a product in one query
 * </pre>
 *
 * The index is a local one, because it is written with the table and needs no capacity of its own.
 */
@Configuration(proxyBeanMethods = false)
class RecommendationsTable {

    static final String TABLE = "Recommendations";
    static final String BY_ORDERS = "by-orders";
    static final String PRODUCT = "productId";
    static final String OTHER = "otherProductId";
    static final String ORDERS = "orders";
    static final String EXPIRES_AT = "expiresAt";

    @Bean
    TableDefinition tableDefinition() {
        return TableDefinition.of(
                        TABLE,
                        table -> table.keySchema(key(PRODUCT, KeyType.HASH), key(OTHER, KeyType.RANGE))
                                .attributeDefinitions(
                                        attribute(PRODUCT, ScalarAttributeType.S),
                                        attribute(OTHER, ScalarAttributeType.S),
                                        attribute(ORDERS, ScalarAttributeType.N))
                                .localSecondaryIndexes(LocalSecondaryIndex.builder()
                                        .indexName(BY_ORDERS)
                                        .keySchema(key(PRODUCT, KeyType.HASH), key(ORDERS, KeyType.RANGE))
                                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                                        .build())
                                .provisionedThroughput(capacity ->
                                        capacity.readCapacityUnits(40L).writeCapacityUnits(20L)))
                .withTimeToLive(EXPIRES_AT);
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}

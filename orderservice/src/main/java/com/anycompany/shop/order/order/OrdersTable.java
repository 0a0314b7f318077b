package com.anycompany.shop.order.order;

import com.anycompany.service.spring.dynamodb.TableDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Definition of the table of orders.
 *
 * <pre>
 * item                       id               shopperId  placedAt  todo  dueAt   expiresAt (TTL)
 * order, pending             0b7e…            5f1c…      17953…    open  17953…
 * order, settled             91aa…            5f1c…      17953…
 * submission (key → order)   submission#5f1c…#k-42                               17979…
 * submission, withdrawn      submission#5f1c…#k-43                               17979…
 * cart's version → order     cart#5f1c…@17…                                      17979…
 * </pre>
 *
 * Only orders with something left to do lie in the index {@code open}: looking there costs next to nothing.
 */
@Configuration(proxyBeanMethods = false)
public class OrdersTable {

    public static final String NAME = "Orders";
    static final String BY_SHOPPER = "byShopper";
    static final String OPEN = "open";

    /** An order costs about ten write units on its way (a transaction of three items and two updates): twice the usual. */
    @Bean
    TableDefinition ordersTableDefinition() {
        return TableDefinition.of(
                        NAME,
                        table -> table.attributeDefinitions(
                                        a -> a.attributeName("id").attributeType(ScalarAttributeType.S),
                                        a -> a.attributeName("shopperId").attributeType(ScalarAttributeType.S),
                                        a -> a.attributeName("placedAt").attributeType(ScalarAttributeType.N),
                                        a -> a.attributeName("todo").attributeType(ScalarAttributeType.S),
                                        a -> a.attributeName("dueAt").attributeType(ScalarAttributeType.N))
                                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                                .globalSecondaryIndexes(
                                        index(BY_SHOPPER, "shopperId", "placedAt", ProjectionType.ALL),
                                        index(OPEN, "todo", "dueAt", ProjectionType.KEYS_ONLY))
                                .provisionedThroughput(
                                        p -> p.readCapacityUnits(40L).writeCapacityUnits(40L)))
                .withTimeToLive("expiresAt");
    }

    private static GlobalSecondaryIndex index(String name, String hash, String range, ProjectionType projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(
                        k -> k.attributeName(hash).keyType(KeyType.HASH),
                        k -> k.attributeName(range).keyType(KeyType.RANGE))
                .projection(p -> p.projectionType(projection))
                .provisionedThroughput(p -> p.readCapacityUnits(40L).writeCapacityUnits(40L))
                .build();
    }
}

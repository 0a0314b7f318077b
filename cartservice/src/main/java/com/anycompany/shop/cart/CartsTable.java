package com.anycompany.shop.cart;

import com.anycompany.service.spring.dynamodb.TableDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Definition of the table of carts, which expire. */
@Configuration(proxyBeanMethods = false)
class CartsTable {

    static final String NAME = "Carts";

    @Bean
    TableDefinition tableDefinition() {
        return TableDefinition.of(
                        NAME,
                        table -> table.attributeDefinitions(
                                        a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                                .provisionedThroughput(
                                        p -> p.readCapacityUnits(40L).writeCapacityUnits(20L)))
                .withTimeToLive("expiresAt");
    }
}

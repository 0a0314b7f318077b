package com.anycompany.shop.payment.payment;

import com.anycompany.service.spring.dynamodb.TableDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Definition of the table of payments.
 *
 * <pre>
 * item                 id            orderId
 * payment              pay-0b7e…     0b7e…     status, amount, …
 * key → order          key#0b7e…     0b7e…
 * </pre>
 */
@Configuration(proxyBeanMethods = false)
class PaymentsTable {

    static final String NAME = "Payments";

    @Bean
    TableDefinition paymentsTableDefinition() {
        return TableDefinition.of(
                NAME,
                table -> table.attributeDefinitions(a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                        .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                        .provisionedThroughput(p -> p.readCapacityUnits(40L).writeCapacityUnits(20L)));
    }
}

package com.anycompany.service.spring.dynamodb;

import com.anycompany.service.spring.problem.ProblemMapper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Auto-configuration of a DynamoDB client that ends each call within about two seconds, and of table initialisation. Region,
 * credentials and endpoint are the AWS SDK's own settings, such as {@code AWS_REGION} and {@code AWS_ENDPOINT_URL_DYNAMODB}.
 */
@AutoConfiguration
@ConditionalOnClass({DynamoDbClient.class, UrlConnectionHttpClient.class})
@EnableConfigurationProperties(DynamoDbProperties.class)
public final class DynamoDbAutoConfiguration {

    /** Delays between throttled attempts: the SDK's own, of up to two seconds, would use up the time of the call. */
    @Bean
    @ConditionalOnMissingBean
    BackoffStrategy throttlingBackoff(DynamoDbProperties properties) {
        return BackoffStrategy.exponentialDelayHalfJitter(properties.baseBackoff(), properties.maxBackoff());
    }

    @Bean
    @ConditionalOnMissingBean
    DynamoDbClient dynamoDbClient(DynamoDbProperties properties, BackoffStrategy throttlingBackoff) {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(properties.connectTimeout())
                        .socketTimeout(properties.readTimeout()))
                .overrideConfiguration(override -> override.apiCallTimeout(properties.callTimeout())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(properties.maxAttempts())
                                // Its quota is spent after a hundred retries; a throttled table needs them for longer.
                                .circuitBreakerEnabled(false)
                                .throttlingBackoffStrategy(throttlingBackoff)
                                .build()))
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(TableDefinition.class)
    TableInitializer tableInitializer(DynamoDbClient dynamoDb, ObjectProvider<TableDefinition> tables) {
        return new TableInitializer(dynamoDb, tables.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(TableInitializer.class)
    TableWatch tableWatch(TableInitializer tables, DynamoDbProperties properties, ApplicationEventPublisher publisher) {
        return new TableWatch(tables, properties.checkInterval(), publisher);
    }

    @Bean
    @ConditionalOnMissingBean(name = "dynamoDbProblemMapper")
    ProblemMapper dynamoDbProblemMapper() {
        return new DynamoDbProblemMapper();
    }

    /** Kept apart, since an application need not have the actuator. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class TableHealth {

        /** Named {@code tables} among the health indicators, and part of readiness by the starter's defaults. */
        @Bean
        @ConditionalOnMissingBean(name = "tablesHealthIndicator")
        @ConditionalOnBean(TableInitializer.class)
        HealthIndicator tablesHealthIndicator(TableInitializer tables) {
            return () -> (tables.isActive() ? Health.up() : Health.outOfService()).build();
        }
    }
}

package com.anycompany.shop.order.order;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The way to DynamoDB, with bounds: the SDK's own nine attempts would hold a throttled request for most of a minute.
 * Region, credentials and endpoint come from the environment ({@code AWS_REGION}, {@code AWS_ENDPOINT_URL_DYNAMODB}).
 */
@Configuration(proxyBeanMethods = false)
public class DynamoDb {

    /** The SDK's default of up to two seconds between throttled attempts would use up the time of the call. */
    private static final BackoffStrategy PATIENCE =
            BackoffStrategy.exponentialDelayHalfJitter(Duration.ofMillis(100), Duration.ofMillis(400));

    @Bean
    public DynamoDbClient dynamoDbClient() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofMillis(500))
                        .socketTimeout(Duration.ofMillis(1500)))
                .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofSeconds(2))
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(3)
                                // Its quota is spent after a hundred retries; a throttled table needs them for longer.
                                .circuitBreakerEnabled(false)
                                .throttlingBackoffStrategy(PATIENCE)
                                .build()))
                .build();
    }
}

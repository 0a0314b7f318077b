package com.anycompany.shop.catalog.table;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A DynamoDB client that gives up within about two seconds: a shopper waits for the answer. Region, credentials and
 * endpoint come from the SDK's own settings, such as {@code AWS_REGION} and {@code AWS_ENDPOINT_URL_DYNAMODB}.
 */
@Configuration(proxyBeanMethods = false)
class DynamoDbConfiguration {

    static final int ATTEMPTS = 3;

    /** The SDK's default of up to a second and more between throttled attempts would use up the time of the call. */
    static final BackoffStrategy PATIENCE =
            BackoffStrategy.exponentialDelayHalfJitter(Duration.ofMillis(100), Duration.ofMillis(400));

    @Bean
    DynamoDbClient dynamoDbClient() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofMillis(500))
                        .socketTimeout(Duration.ofMillis(1500)))
                .overrideConfiguration(settings -> settings.apiCallTimeout(Duration.ofSeconds(2))
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                // Its quota is spent after a hundred retries; a throttled table needs them for longer.
                                .circuitBreakerEnabled(false)
                                .throttlingBackoffStrategy(PATIENCE)
                                .build()))
                .build();
    }
}

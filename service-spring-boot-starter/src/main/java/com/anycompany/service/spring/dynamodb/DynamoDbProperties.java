package com.anycompany.service.spring.dynamodb;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the DynamoDB client.
 *
 * @param connectTimeout Time in which a connection must be made.
 * @param readTimeout Longest time without data from DynamoDB.
 * @param callTimeout Time of a call with all its attempts.
 * @param maxAttempts Attempts of a call, the first included.
 * @param baseBackoff Delay after the first throttled attempt, before jitter; it doubles with each attempt.
 * @param maxBackoff Longest delay between throttled attempts.
 * @param checkInterval Time between two looks at the tables, which readiness and the creation of missing tables depend on; 0
 * for none.
 */
@ConfigurationProperties("service.dynamodb")
public record DynamoDbProperties(
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("1500ms") Duration readTimeout,
        @DefaultValue("2s") Duration callTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("100ms") Duration baseBackoff,
        @DefaultValue("400ms") Duration maxBackoff,
        @DefaultValue("2s") Duration checkInterval) {}

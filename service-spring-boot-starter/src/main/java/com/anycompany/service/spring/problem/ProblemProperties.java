package com.anycompany.service.spring.problem;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of problem responses.
 *
 * @param enabled Whether failures of requests are answered with problem responses.
 * @param retryAfter Value of the header Retry-After of a 503 response.
 */
@ConfigurationProperties("service.problem")
public record ProblemProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration retryAfter) {}

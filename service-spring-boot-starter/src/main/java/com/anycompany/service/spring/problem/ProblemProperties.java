package com.anycompany.service.spring.problem;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of problem responses.
 *
 * @param enabled Whether failures of requests are answered with problem responses.
 * @param retryAfter Value of the header Retry-After of a 503 response.
 * @param maxBodySize Size of a request body above which the response is 413.
 */
@ConfigurationProperties("service.problem")
public record ProblemProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("64KB") DataSize maxBodySize) {}

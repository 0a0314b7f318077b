package com.anycompany.xray.spring;

import ch.qos.logback.classic.LoggerContext;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of sending log records of traced requests, where Logback writes the log and an endpoint is set. Whether one is
 * set is asked when the application starts; a condition would be decided when its beans are prepared.
 */
@AutoConfiguration(after = XRayAutoConfiguration.class)
@ConditionalOnClass(LoggerContext.class)
@ConditionalOnBooleanProperty(name = "xray.enabled", matchIfMissing = true)
@EnableConfigurationProperties(XRayProperties.class)
public final class XRayLogsAutoConfiguration {

    private static final Duration BACKOFF = Duration.ofSeconds(1);

    /** Null, which is no bean, without an endpoint, or where another library binds SLF4J. */
    @Bean
    @Nullable
    LogShipping xrayLogShipping(XRayProperties properties, Environment environment) {
        URI endpoint = properties.logs().endpoint();
        if (endpoint == null || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext logback)) {
            return null;
        }
        String service = SegmentName.of(properties, environment).value();
        return LogShipping.start(
                logback, new LogSender(endpoint, service), properties.logs().queue(), BACKOFF);
    }
}

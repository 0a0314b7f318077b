package com.anycompany.xray.spring;

import ch.qos.logback.classic.LoggerContext;
import com.amazonaws.xray.AWSXRayRecorder;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Auto-configuration of sending log records of traced requests, where Logback writes the log and an endpoint is set. */
@AutoConfiguration(after = XRayAutoConfiguration.class)
@ConditionalOnClass(LoggerContext.class)
@ConditionalOnProperty("xray.logs.endpoint")
@ConditionalOnBean(AWSXRayRecorder.class)
public final class XRayLogsAutoConfiguration {

    private static final Duration BACKOFF = Duration.ofSeconds(1);

    /** Null, which is no bean, where another library binds SLF4J. */
    @Bean
    @Nullable
    LogShipping xrayLogShipping(XRayProperties properties, Environment environment) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logback)) {
            return null;
        }
        String service = SegmentName.of(properties, environment).value();
        LogSender sender =
                new LogSender(Objects.requireNonNull(properties.logs().endpoint()), service);
        return LogShipping.start(logback, sender, properties.logs().queue(), BACKOFF);
    }
}

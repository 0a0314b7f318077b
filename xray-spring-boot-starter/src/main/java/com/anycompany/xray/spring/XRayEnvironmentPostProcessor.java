package com.anycompany.xray.spring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Environment post-processor for settings that are needed before beans exist: the trace id in the log pattern, unless the
 * application sets a pattern, and the number of attempts of AWS SDK clients, which read it from a system property.
 */
final class XRayEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String MAX_ATTEMPTS = "aws.maxAttempts";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("xray.enabled", Boolean.class, true)) {
            DefaultPropertiesPropertySource.addOrMerge(
                    Map.of("logging.pattern.correlation", "[%X{" + TraceIdInLogs.KEY + ":--}] "),
                    environment.getPropertySources());
        }
        int maxAttempts = environment.getProperty("xray.aws.max-attempts", Integer.class, 3);
        if (maxAttempts > 0 && System.getenv("AWS_MAX_ATTEMPTS") == null && System.getProperty(MAX_ATTEMPTS) == null) {
            System.setProperty(MAX_ATTEMPTS, Integer.toString(maxAttempts));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

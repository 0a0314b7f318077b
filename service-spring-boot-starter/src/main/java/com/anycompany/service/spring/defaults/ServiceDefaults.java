package com.anycompany.service.spring.defaults;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Property source of lowest precedence with the settings that all services share; application.yaml overrides each. */
final class ServiceDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.tomcat.max-connections", "1024"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
            Map.entry("spring.http.clients.imperative.factory", "jdk"),
            // A service without uploads answers them with 415, instead of failing to parse them.
            Map.entry("spring.servlet.multipart.enabled", "false"),
            // An unknown path is a client's mistake, which needs no line of the log.
            Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "ERROR"),
            Map.entry("spring.mvc.log-resolved-exception", "false"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            // A service whose table is missing or silent gets no requests. One without tables has no such indicator.
            Map.entry("management.endpoint.health.group.readiness.include", "readinessState,tables"),
            Map.entry("management.endpoint.health.validate-group-membership", "false"),
            Map.entry("management.endpoints.web.exposure.include", "health,info,prometheus"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("serviceDefaults", DEFAULTS));
    }
}

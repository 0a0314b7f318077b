package com.anycompany.service.spring.defaults;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Property source of lowest precedence with the settings that all services share; application.yaml overrides each. */
final class ServiceDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "server.shutdown", "graceful",
            "spring.lifecycle.timeout-per-shutdown-phase", "5s",
            "spring.http.clients.imperative.factory", "jdk",
            "management.endpoint.health.probes.enabled", "true",
            "management.endpoints.web.exposure.include", "health,info,prometheus");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("serviceDefaults", DEFAULTS));
    }
}

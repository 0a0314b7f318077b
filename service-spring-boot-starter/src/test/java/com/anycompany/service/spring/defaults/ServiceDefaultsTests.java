package com.anycompany.service.spring.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ServiceDefaultsTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void settingsOfAllServices_areThere() {
        process();

        assertThat(environment.getProperty("server.shutdown")).isEqualTo("graceful");
        assertThat(environment.getProperty("management.endpoint.health.probes.enabled"))
                .isEqualTo("true");
    }

    @Test
    void applicationsOwnSetting_wins() {
        environment.setProperty("spring.lifecycle.timeout-per-shutdown-phase", "1s");
        process();

        assertThat(environment.getProperty("spring.lifecycle.timeout-per-shutdown-phase"))
                .isEqualTo("1s");
    }

    private void process() {
        new ServiceDefaults().postProcessEnvironment(environment, new SpringApplication());
    }
}

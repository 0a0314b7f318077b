package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** What is settled before there are beans. */
class XRayEnvironmentPostProcessorTests {

    private static final String MAX_ATTEMPTS = "aws.maxAttempts";

    private final MockEnvironment environment = new MockEnvironment();
    private String before = "";

    @BeforeEach
    void clear() {
        before = System.getProperty(MAX_ATTEMPTS, "");
        System.clearProperty(MAX_ATTEMPTS);
    }

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty(MAX_ATTEMPTS);
        } else {
            System.setProperty(MAX_ATTEMPTS, before);
        }
    }

    @Test
    void logLines_getTheTraceId() {
        process();

        assertThat(environment.getProperty("logging.pattern.correlation")).isEqualTo("[%X{traceId:--}] ");
    }

    @Test
    void applicationsOwnPattern_stays() {
        environment.setProperty("logging.pattern.correlation", "mine");
        process();

        assertThat(environment.getProperty("logging.pattern.correlation")).isEqualTo("mine");
    }

    @Test
    void tracingOff_leavesLogsAlone() {
        environment.setProperty("xray.enabled", "false");
        process();

        assertThat(environment.getProperty("logging.pattern.correlation")).isNull();
    }

    @Test
    void awsAttempts_areThree() {
        process();

        assertThat(System.getProperty(MAX_ATTEMPTS)).isEqualTo("3");
    }

    @Test
    void awsAttempts_areWhatTheApplicationSays() {
        environment.setProperty("xray.aws.max-attempts", "5");
        process();

        assertThat(System.getProperty(MAX_ATTEMPTS)).isEqualTo("5");
    }

    @Test
    void awsAttemptsSetForTheJvm_stay() {
        System.setProperty(MAX_ATTEMPTS, "7");
        process();

        assertThat(System.getProperty(MAX_ATTEMPTS)).isEqualTo("7");
    }

    private void process() {
        new XRayEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
    }
}

package com.anycompany.xray.local.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.config.DaemonConfiguration;
import com.anycompany.xray.local.junit.ReceivedTraces;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a Spring Boot test gets of a container with {@code @ServiceConnection}; Docker is played. */
@SpringBootTest(properties = {"spring.application.name=shop", "xray.sampling.central=false"})
class ServiceConnectionTests {

    @Autowired
    private DaemonConfiguration daemon;

    @Autowired
    private OtlpTracingConnectionDetails otlp;

    @Autowired
    private OtlpLoggingConnectionDetails logging;

    @Autowired
    private XRayLocalContainer container;

    @Test
    void segments_goToTheContainersPorts() {
        assertThat(daemon.getAddressForEmitter().getPort()).isEqualTo(32002);
        assertThat(daemon.getEndpointForTCPConnection()).isEqualTo("http://127.0.0.1:32001");
    }

    @Test
    void spans_goToTheContainer() {
        assertThat(otlp.getUrl(Transport.HTTP)).isEqualTo("http://127.0.0.1:32001/v1/traces");
        assertThat(otlp.getUrl(Transport.GRPC)).isEqualTo("http://127.0.0.1:32001");
    }

    @Test
    void logRecords_goToTheContainer() {
        assertThat(logging.getUrl(org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.Transport.HTTP))
                .isEqualTo("http://127.0.0.1:32001/v1/logs");
        assertThat(logging.getUrl(org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.Transport.GRPC))
                .isEqualTo("http://127.0.0.1:32001");
    }

    @Test
    void received_asksTheContainer() {
        assertThat(container.received()).isInstanceOf(ReceivedTraces.class);
        assertThat(container.getEndpoint()).isEqualTo(URI.create("http://127.0.0.1:32001"));
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {

        @Bean
        @ServiceConnection
        XRayLocalContainer xray() {
            return new PlayedContainer();
        }
    }

    /** Runs nowhere, and has the ports that Docker might have chosen. */
    private static final class PlayedContainer extends XRayLocalContainer {

        @Override
        public void start() {}

        /** Without asking Docker for it. */
        @Override
        public String getDockerImageName() {
            return IMAGE;
        }

        @Override
        public String getHost() {
            return "127.0.0.1";
        }

        @Override
        public Integer getMappedPort(int port) {
            return 32001;
        }

        @Override
        public String getDaemonAddress() {
            return "tcp:127.0.0.1:32001 udp:127.0.0.1:32002";
        }
    }
}

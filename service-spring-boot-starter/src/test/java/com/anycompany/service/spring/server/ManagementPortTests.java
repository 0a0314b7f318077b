package com.anycompany.service.spring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;

/** The actuator answers on a port of its own and on no other, and that port has nothing else. */
@SpringBootTest(classes = EchoService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ManagementPortTests {

    @LocalServerPort
    private int port;

    @Value("${local.management.port}")
    private int management;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    void actuator_isOnTheManagementPortAlone(String path) throws IOException {
        assertThat(get(management, path)).startsWith("HTTP/1.1 200");
        assertThat(get(port, path)).startsWith("HTTP/1.1 404").contains("urn:problem:not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61ctuator/health", "/actuator;a=b/health", "//actuator/health", "/x/../actuator/health"})
    void otherSpellingOfThePath_isNotOnThePublicPort(String path) throws IOException {
        assertThat(get(port, path)).startsWith("HTTP/1.1 4");
    }

    @Test
    void everythingElse_isNotOnTheManagementPort() throws IOException {
        assertThat(get(management, "/hello")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example"})
    void foreignHost_isRefusedOnBothPorts(String host) throws IOException {
        assertThat(get(port, "/hello", "Host: " + host))
                .startsWith("HTTP/1.1 403")
                .contains("urn:problem:foreign-host");
        assertThat(get(management, "/actuator/health", "Host: " + host)).startsWith("HTTP/1.1 403");
    }

    @Test
    void pageOfAnotherSite_isRefused() throws IOException {
        assertThat(get(port, "/hello", "Host: localhost\r\nOrigin: http://evil.example"))
                .startsWith("HTTP/1.1 403");
        assertThat(get(port, "/hello", "Host: localhost:8080\r\nOrigin: http://localhost:8080"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void defaultPort_isTenThousandAboveTheServers() {
        assertThat(portFor("8083", null)).isEqualTo(18083);
        assertThat(portFor("60000", null)).isEqualTo(50000);
        assertThat(portFor("0", null)).isZero();
        assertThat(portFor("8083", 9000)).isEqualTo(9000);
    }

    @Test
    void springBootsOwnManagementPort_isLeftToSpringBoot() {
        MockEnvironment environment = new MockEnvironment().withProperty("management.server.port", "9000");

        assertThat(ManagementConnector.of(new HttpServerProperties.Management(null), environment)
                        .isWanted())
                .isFalse();
    }

    private static int portFor(String server, Integer own) {
        MockEnvironment environment = new MockEnvironment().withProperty("server.port", server);
        return ManagementConnector.of(new HttpServerProperties.Management(own), environment)
                .port();
    }

    private static String get(int port, String path) throws IOException {
        return get(port, path, "Host: localhost");
    }

    private static String get(int port, String path, String headers) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n\r\n")
                    .response();
        }
    }
}

package com.anycompany.service.spring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTests {

    private final HostCheck check = new HostCheck("cartservice", List.of("*.shop.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8082",
                "LocalHost",
                "localhost.",
                "127.0.0.1:8082",
                "[::1]:8082",
                "10.0.3.17",
                "cartservice:8082",
                "cartservice.microservices-aws.svc",
                "cartservice.microservices-aws.svc.cluster.local:80",
                "www.shop.example"
            })
    void ownName_isAllowed(String host) {
        assertThat(check.allows(host, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "cartservice.example", "shop.example.evil", "svc", "1.2.3.4.evil.example", ""})
    void foreignName_isNot(String host) {
        assertThat(check.allows(host, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "http://evil.example", "http://203.0.113.5", "file://"})
    void foreignOrigin_isNotAllowed(String origin) {
        assertThat(check.allows("localhost:8082", origin)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.3.17:8080", "https://localhost", "https://www.shop.example"})
    void ownOrigin_isAllowed(String origin) {
        assertThat(check.allows("10.0.3.17:8080", origin)).isTrue();
    }

    @Test
    void star_allowsAll() {
        HostCheck open = new HostCheck("frontend", List.of("*"));

        assertThat(open.allows("k8s-frontend.elb.example", "https://k8s-frontend.elb.example"))
                .isTrue();
    }

    @Test
    void answerDoesntDependOnWhoAskedBefore() {
        HostCheck hosts = new HostCheck("frontend", List.of());
        for (int i = 0; i < 2; i++) {
            assertThat(hosts.allows("localhost:8080", null)).isTrue();
            assertThat(hosts.allows("localhost:8080", "http://evil.example")).isFalse();
            assertThat(hosts.allows("evil.example", null)).isFalse();
            assertThat(hosts.allows("evil.example", "http://localhost:8080")).isFalse();
            assertThat(hosts.allows("frontend", null)).isTrue();
        }
    }
}

package com.anycompany.xray.spring;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with a neighbour and a browser, whose every request is sampled; whoever extends this says where to. */
@SpringBootTest(
        classes = TestService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=testservice",
            "spring.http.clients.imperative.factory=jdk",
            "spring.http.serviceclient.impatient.read-timeout=300ms",
            "xray.sampling.central=false",
            "xray.sampling.fallback-rate=1"
        })
abstract class RunningService {

    static final Backend backend = new Backend();

    Browser browser = new Browser(0);

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("spring.http.serviceclient.backend.base-url", backend::url);
        properties.add("spring.http.serviceclient.impatient.base-url", backend::url);
        properties.add("backend.url", backend::url);
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        browser = new Browser(port);
        backend.forget();
    }
}

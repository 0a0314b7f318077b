package com.anycompany.xray.spring;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running service whose every request is sampled, shared by all suites that watch one. */
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
abstract class TracedService {

    static final Documents documents = new Documents();
    static final Backend backend = new Backend();

    Browser browser = new Browser(0);

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("xray.daemon-address", documents::address);
        properties.add("spring.http.serviceclient.backend.base-url", backend::url);
        properties.add("spring.http.serviceclient.impatient.base-url", backend::url);
        properties.add("backend.url", backend::url);
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        browser = new Browser(port);
        backend.forget();
    }

    /** The segment of a request to this path. */
    JsonNode served(String path, String... headers) {
        return documents.segment(Browser.traceId(browser.get(path, headers)));
    }

    static String flags(JsonNode entity) {
        StringBuilder flags = new StringBuilder();
        for (String flag : new String[] {"fault", "error", "throttle"}) {
            if (entity.path(flag).asBoolean()) {
                flags.append(flags.isEmpty() ? "" : " ").append(flag);
            }
        }
        return flags.isEmpty() ? "ok" : flags.toString();
    }
}

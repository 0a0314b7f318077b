package com.anycompany.service.spring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Requests above the limit are refused early, essential ones last, and the management port is never refused. */
@SpringBootTest(
        classes = EchoService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "service.server.admission.max-concurrent=5",
            "service.server.admission.essential-share=0.2",
            "service.server.admission.essential-paths=/essential",
            "service.server.admission.max-queued=1",
            "service.server.admission.max-wait=100ms"
        })
class AdmissionTests {

    private final List<RawClient> clients = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Autowired
    private EchoService.Gate gate;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void hold() throws IOException {
        gate.close();
        for (int i = 0; i < 4; i++) {
            get(port, "/held");
        }
        await().until(() -> meters.get("service.requests.running").gauge().value() == 4);
    }

    @AfterEach
    void letGo() throws IOException {
        gate.open();
        for (RawClient client : clients) {
            client.close();
        }
        await().until(() -> meters.get("service.requests.running").gauge().value() == 0);
    }

    @Test
    void requestAboveTheLimit_is503WithRetryAfterAndIsCounted() throws IOException {
        assertThat(get(port, "/hello").response())
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 2", "application/problem+json", "urn:problem:overloaded");
        assertThat(meters.get("service.requests.refused")
                        .tag("reason", "overloaded")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void essentialRequest_hasAPlaceOfItsOwn() throws IOException {
        RawClient essential = get(port, "/essential");
        await().until(() -> meters.get("service.requests.running").gauge().value() == 5);
        gate.open();

        assertThat(essential.response()).startsWith("HTTP/1.1 200");
    }

    @Test
    void freePlace_isTakenAgain() throws IOException {
        gate.open();

        await().untilAsserted(() -> assertThat(get(port, "/hello").response()).startsWith("HTTP/1.1 200"));
    }

    @Test
    void managementPort_isNeverRefused() throws IOException {
        int management = environment.getRequiredProperty("local.management.port", Integer.class);

        assertThat(get(management, "/actuator/health").response()).startsWith("HTTP/1.1 200");
        assertThat(get(management, "/hello").response()).startsWith("HTTP/1.1 404");
    }

    private RawClient get(int port, String path) throws IOException {
        RawClient client = new RawClient(port);
        clients.add(client);
        return client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
}

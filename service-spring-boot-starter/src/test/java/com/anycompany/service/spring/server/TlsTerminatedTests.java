package com.anycompany.service.spring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Behind a load balancer that ends TLS and adds no header, every request counts as one that came by TLS. */
@SpringBootTest(
        classes = EchoService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "service.server.tls-terminated=true")
class TlsTerminatedTests {

    @LocalServerPort
    private int port;

    @Test
    void request_isSecure() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send("GET /address HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(client.response()).endsWith("https true");
        }
    }
}

package com.anycompany.service.spring.sample;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A failure outside of controllers is a problem response, too. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ErrorPageTests {

    private static final String TRACE_ID = "1-5759e988-bd862e3fe1be46a994272793";

    @LocalServerPort
    int port;

    private RestTestClient http;

    @DynamicPropertySource
    static void dynamoDb(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
    }

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void exceptionInAFilter_isInternalErrorWithoutDetails() {
        problem("/throws", 500)
                .jsonPath("$.type")
                .isEqualTo("urn:problem:internal-error")
                .jsonPath("$.traceId")
                .isEqualTo(TRACE_ID)
                .jsonPath("$.detail")
                .doesNotExist();
    }

    @Test
    void errorStatusOfAFilter_isNamedAfterTheStatus() {
        problem("/forbids", 403).jsonPath("$.type").isEqualTo("urn:problem:forbidden");
    }

    private RestTestClient.BodyContentSpec problem(String path, int status) {
        return http.get()
                .uri(path)
                .header("X-Amzn-Trace-Id", "Root=" + TRACE_ID + ";Sampled=0")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody();
    }

    @TestConfiguration
    static class FailingFilter {

        @Bean
        Filter failingFilter() {
            return (request, response, chain) -> {
                switch (((HttpServletRequest) request).getRequestURI()) {
                    case "/throws" -> throw new IllegalStateException("secret");
                    case "/forbids" -> ((HttpServletResponse) response).sendError(403, "secret");
                    default -> chain.doFilter(request, response);
                }
            };
        }
    }
}

package com.anycompany.service.spring.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RefusedBodyFilterTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void upload_is415BeforeAnybodyReadsIt_andIsCounted() throws Exception {
        assertThat(passes(false, "Multipart/Form-Data; boundary=b")).isFalse();
        assertThat(passes(false, "multipart/mixed")).isFalse();
        assertThat(meters.counter("service.requests.refused", "reason", "unsupported-media-type")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void otherBodies_pass() throws Exception {
        assertThat(passes(false, "application/x-www-form-urlencoded")).isTrue();
        assertThat(passes(false, null)).isTrue();
    }

    @Test
    void upload_passesWhereTheServiceTakesUploads() throws Exception {
        assertThat(passes(true, "multipart/form-data; boundary=b")).isTrue();
    }

    private boolean passes(boolean takesUploads, @Nullable String type) throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContentType(type);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new RefusedBodyFilter(
                        takesUploads,
                        (refusal, in, out) -> out.sendError(refusal.status().value()),
                        meters)
                .doFilter(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(chain.getRequest() == null ? 415 : 200);
        return chain.getRequest() != null;
    }
}

package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A service that strangers call decides itself which trace a request belongs to, and whether it is recorded. */
@TestPropertySource(properties = "xray.trust-trace-header=false")
class UntrustedHeaderTests extends TracedService {

    private static final String ROOT = "1-6b035fc9-111111111111111111111111";

    @Test
    void strangersHeader_choosesNeitherTheTraceNorTheDecision() {
        HttpResponse<String> response =
                browser.get("/ok", "X-Amzn-Trace-Id", "Root=" + ROOT + ";Parent=53995c3f42cd8ad9;Sampled=0");

        String traceId = Browser.traceId(response);
        assertThat(traceId).isNotEqualTo(ROOT);
        assertThat(documents.segment(traceId).has("parent_id")).isFalse();
        assertThat(documents.of(ROOT)).isEmpty();
    }
}

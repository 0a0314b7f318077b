package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A service whose tracing is off: it works, and nobody notices. */
@TestPropertySource(
        properties = {
            "xray.enabled=false",
            // Logging is set up once per JVM: this must not decide it for the suites of traced services.
            "logging.pattern.correlation=[%X{traceId:--}] "
        })
class TracingOffTests extends TracedService {

    @Test
    void everythingWorksUntraced() {
        int before = documents.all().size();

        HttpResponse<String> response = browser.get("/ok");
        assertThat(response.body()).isEqualTo("none");
        assertThat(response.headers().firstValue("X-Amzn-Trace-Id")).isEmpty();
        assertThat(browser.get("/group/status/200").statusCode()).isEqualTo(200);
        assertThat(browser.get("/parallel/2").statusCode()).isEqualTo(200);
        assertThat(browser.get("/work/ok").statusCode()).isEqualTo(200);
        assertThat(browser.get("/annotated").statusCode()).isEqualTo(200);
        assertThat(backend.traceHeaders()).containsOnly("");
        assertThat(documents.all()).hasSize(before);
    }
}

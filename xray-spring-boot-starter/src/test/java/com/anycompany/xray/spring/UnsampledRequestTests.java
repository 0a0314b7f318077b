package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** What a request leaves behind that isn't sampled: its id, and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"xray.sampling.fallback-rate=0", "xray.sampling.fallback-reservoir=0"})
class UnsampledRequestTests extends TracedService {

    @Test
    void nothingIsSent_andTheCalleeIsToldSo() {
        HttpResponse<String> response = browser.get("/group/status/200");

        String traceId = Browser.traceId(response);
        assertThat(backend.traceHeaders()).containsExactly("Root=" + traceId + ";Sampled=0");
        browser.get("/boom");
        browser.get("/work/boom");
        browser.get("/async/boom");
        browser.get("/annotated");
        // A sampled request after them: documents arrive in order.
        served("/ok", "X-Amzn-Trace-Id", "Sampled=1");
        assertThat(documents.of(traceId)).isEmpty();
    }

    @Test
    void logLinesAndErrorPage_haveItsIdAllTheSame(CapturedOutput output) {
        String traceId = Browser.traceId(browser.get("/work/logs"));
        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("on a worker"))
                .anyMatch(line -> line.contains("[" + traceId + "]"));

        HttpResponse<String> failed = browser.get("/boom", "Accept", "text/html");
        assertThat(failed.body()).contains(Browser.traceId(failed));
    }
}

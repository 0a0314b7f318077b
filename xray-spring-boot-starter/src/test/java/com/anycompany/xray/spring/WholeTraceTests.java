package com.anycompany.xray.spring;

import static com.anycompany.xray.local.junit.XRayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.junit.LocalXRay;
import com.anycompany.xray.local.junit.Trace;
import com.anycompany.xray.local.junit.XRayLocalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What X-Ray makes of the documents that a traced service sends: the other suites look at each document alone. */
@XRayLocalTest
class WholeTraceTests extends RunningService {

    private static LocalXRay xray;

    @DynamicPropertySource
    static void daemon(DynamicPropertyRegistry properties) {
        properties.add("xray.daemon-address", xray::address);
    }

    @AfterEach
    void nothingIsRefused() {
        assertThat(xray.rejections()).isEmpty();
    }

    private Trace traceOf(String path) {
        return xray.awaitTrace(Browser.traceId(browser.get(path)));
    }

    @Test
    void failingCall_isAFaultOnTheMapsEdge() {
        Trace trace = traceOf("/group/status/500");

        assertThat(trace).segment("testservice").subsegment("backend").isFault();
        assertThat(xray.serviceGraph())
                .edge("testservice", "backend")
                .hasRequests(1)
                .hasFaults(1);
    }

    @Test
    void moreThanHundredCalls_areOneWholeSegment_thoughTheyAreSentApart() {
        Trace trace = traceOf("/sequence/130");

        assertThat(trace).segment("testservice").isOk();
        assertThat(trace.entities().filter(entity -> entity.name().equals("backend") && !entity.inferred()))
                .hasSize(130);
        assertThat(xray.serviceGraph()).edge("testservice", "backend").hasOk(130);
    }

    @Test
    void callAfterTheResponse_joinsItsSegment() {
        String id = Browser.traceId(browser.get("/late"));

        xray.awaitTrace(id, trace -> assertThat(trace).segment("testservice").hasSubsegment("backend"));
    }

    @Test
    void annotations_canBeSearchedFor() {
        Trace trace = traceOf("/annotated");

        assertThat(trace).segment("testservice").hasAnnotation("order_id", "o-1");
        assertThat(xray.traces("annotation.items > 2 AND annotation.express = true AND user = \"Ann\""))
                .extracting(Trace::id)
                .containsExactly(trace.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/boom", "/async/boom", "/unavailable", "/refused?url=http://127.0.0.1:9/x"})
    void failure_isFoundAsItsRootCause(String path) {
        Trace trace = traceOf(path);

        assertThat(trace).segment("testservice").isFault();
        assertThat(xray.traces("rootcause.fault.exception"))
                .extracting(Trace::id)
                .containsExactly(trace.id());
    }
}

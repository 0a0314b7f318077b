package com.anycompany.xray.local.junit;

import static com.anycompany.xray.local.junit.XRayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.config.DaemonConfiguration;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.TraceID;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A program with the X-Ray SDK, tested the way that docs/xray-local.md shows. */
@XRayLocalTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class XRayLocalTestTests {

    private static LocalXRay shared;
    private static String addressOfTheClass;

    private LocalXRay field;

    @BeforeAll
    static void remember(LocalXRay xray) {
        addressOfTheClass = xray.address();
        assertThat(shared).isSameAs(xray);
    }

    @Test
    @Order(1)
    void traceOfTwoServices_canBeAssertedOn(LocalXRay xray) throws IOException {
        String id = page(xray, 503);
        Trace trace = xray.awaitTrace(id);
        assertThat(trace)
                .isComplete()
                .hasOnlySegments("frontend", "catalogservice")
                .hasNoSegment("cartservice");
        assertThat(trace)
                .segment("frontend")
                .isOk()
                .hasAnnotation("shopper", "ada")
                .hasAnnotation("items", 3)
                .subsegment("catalogservice")
                .isFault()
                .hasStatus(503)
                .hasException("IllegalStateException")
                .hasException("nothing there");
        ServiceGraph graph = xray.serviceGraph();
        assertThat(graph)
                .hasOnlyServices("frontend", "catalogservice")
                .hasEdge("frontend", "catalogservice")
                .hasNoEdge("catalogservice", "frontend");
        assertThat(graph).edge("frontend", "catalogservice").hasRequests(1).hasFaults(1);
        assertThat(graph).service("frontend").hasOk(1).hasErrors(0).hasThrottles(0);
        assertThat(xray.traces("service(\"catalogservice\")")).hasSize(1);
    }

    @Test
    @Order(2)
    void nextTest_beginsWithNothing_atTheSameAddress(LocalXRay xray) {
        assertThat(xray).isSameAs(field).isSameAs(shared);
        assertThat(xray.address()).isEqualTo(addressOfTheClass);
        assertThat(xray.traces("")).isEmpty();
        assertThat(xray.serviceGraph().services()).isEmpty();
        assertThat(xray.rejections()).isEmpty();
    }

    @Nested
    class Inside {

        @Test
        void sharesTheSame(LocalXRay xray) {
            assertThat(xray).isSameAs(shared);
        }
    }

    @Test
    void failures_sayWhatIsThereInstead(LocalXRay xray) throws IOException {
        Trace trace = xray.awaitTrace(page(xray, 200));
        assertThatThrownBy(() -> assertThat(trace).hasSegment("cartservice"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("no segment \"cartservice\"", "frontend", "    catalogservice [remote] 200");
        assertThatThrownBy(() -> assertThat(trace).segment("frontend").hasAnnotation("shopper", "eve"))
                .hasMessageContaining("annotation shopper of \"frontend\" should be eve, but is ada");
        assertThatThrownBy(() -> assertThat(trace).segment("frontend").hasSubsegment("x"))
                .hasMessageContaining("no subsegment \"x\"");
        assertThatThrownBy(() -> assertThat(trace).segment("frontend").isThrottled())
                .hasMessageContaining("\"frontend\" should be throttled, but it is: frontend");
        assertThatThrownBy(() -> assertThat(xray.serviceGraph()).hasEdge("frontend", "Carts"))
                .hasMessageContainingAll("\"frontend\" doesn't call \"Carts\"", "frontend -> catalogservice  1 ok");
        assertThatThrownBy(() ->
                        assertThat(xray.serviceGraph()).service("frontend").hasFaults(2))
                .hasMessageContaining("frontend should have 2 faults, but has 0: 1 ok");
        assertThatThrownBy(() -> assertThat(xray.serviceGraph()).hasOnlyServices("frontend"))
                .hasMessageContaining("Expected the services [frontend], but there are [catalogservice, frontend]");
        assertThatThrownBy(() -> xray.trace("1-00000000-000000000000000000000000"))
                .hasMessageContainingAll("no trace 1-00000000", trace.id(), "refused no documents");
    }

    @Test
    void unfinishedTrace_isNotComplete_andSaysWhy(LocalXRay xray) {
        Trace trace = Trace.of(Map.of(
                "Id",
                "1",
                "Segments",
                java.util.List.of(
                        Map.of("Document", "{\"name\":\"a\",\"id\":\"1\",\"in_progress\":true}"),
                        Map.of("Document", "{\"name\":\"b\",\"id\":\"2\",\"parent_id\":\"3\"}"))));
        assertThatThrownBy(() -> assertThat(trace).isComplete()).hasMessageContaining("\"a\" is still in progress");
        Trace headless = new Trace("1", trace.segments().subList(1, 2));
        assertThatThrownBy(() -> assertThat(headless).isComplete()).hasMessageContaining("root hasn't arrived");
    }

    /** The frontend calls the catalog, each with a recorder of its own. */
    private static String page(LocalXRay xray, int status) throws IOException {
        DaemonConfiguration daemon = new DaemonConfiguration();
        daemon.setDaemonAddress(xray.address());
        AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard()
                .withEmitter(Emitter.create(daemon))
                .build();
        Segment page = recorder.beginSegment("frontend");
        page.putAnnotation("shopper", "ada");
        page.putAnnotation("items", 3);
        TraceID id = page.getTraceId();
        Subsegment call = recorder.beginSubsegment("catalogservice");
        call.setNamespace("remote");
        call.putHttp("response", Map.of("status", status));
        if (status >= 500) {
            call.setFault(true);
            call.addException(new IllegalStateException("nothing there"));
        }
        recorder.endSubsegment();
        recorder.endSegment();
        Segment answer = recorder.beginSegment("catalogservice", id, call.getId());
        answer.putHttp("response", Map.of("status", status));
        recorder.endSegment();
        xray.awaitTrace(id.toString(), trace -> assertThat(trace).hasOnlySegments("frontend", "catalogservice"));
        return id.toString();
    }
}

package com.anycompany.xray.local.operation;

import static com.anycompany.xray.local.Doc.aws;
import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.ListRetrievedTracesResponse;
import software.amazon.awssdk.services.xray.model.ResourceNotFoundException;
import software.amazon.awssdk.services.xray.model.RetrievalStatus;
import software.amazon.awssdk.services.xray.model.RetrievedTrace;
import software.amazon.awssdk.services.xray.model.Span;
import software.amazon.awssdk.services.xray.model.TraceFormatType;
import software.amazon.awssdk.services.xray.model.XRayException;

class RetrievalOperationsTests {

    private static final Instant START = Instant.ofEpochSecond((long) Doc.EPOCH);

    private final SettableClock clock = new SettableClock(START);
    private TestServer server;
    private XRayClient xray;

    @BeforeEach
    void start() {
        server = new TestServer(clock);
        xray = server.client();
    }

    @AfterEach
    void stop() {
        xray.close();
        server.close();
    }

    private void put(Doc... documents) {
        List<String> json = List.of(documents).stream().map(Doc::json).toList();
        assertThat(xray.putTraceSegments(r -> r.traceSegmentDocuments(json)).unprocessedTraceSegments())
                .isEmpty();
    }

    private static String id(int trace) {
        return "1-58406520-%024x".formatted(trace);
    }

    private String retrieve(int from, int until, String... ids) {
        return xray.startTraceRetrieval(
                        r -> r.traceIds(ids).startTime(START.plusSeconds(from)).endTime(START.plusSeconds(until)))
                .retrievalToken();
    }

    @Test
    void traces_comeInPagesOfFive_eachOnce() {
        String[] ids = IntStream.range(0, 12).mapToObj(i -> id(i)).toArray(String[]::new);
        for (String id : ids) {
            put(segment("web").trace(id));
        }
        String token = retrieve(0, 10, ids);
        List<String> found = new ArrayList<>();
        String next = null;
        do {
            String from = next;
            ListRetrievedTracesResponse page =
                    xray.listRetrievedTraces(r -> r.retrievalToken(token).nextToken(from));
            assertThat(page.traces()).hasSizeLessThanOrEqualTo(5);
            page.traces().stream().map(RetrievedTrace::id).forEach(found::add);
            next = page.nextToken();
        } while (next != null);
        assertThat(found).containsExactlyInAnyOrder(ids);
        assertThatThrownBy(() ->
                        xray.listRetrievedTraces(r -> r.retrievalToken(token).nextToken("x")))
                .hasMessageContaining("Invalid token x");
    }

    @Test
    void tracesOutsideTheRange_areNotFound_thoseAtItsEndsAre() {
        put(segment("web").trace(id(1)).at(0).took(1));
        put(segment("web").trace(id(2)).at(5).took(1));
        put(segment("web").trace(id(3)).at(20).took(1));
        String token = retrieve(6, 19, id(1), id(2), id(3));
        assertThat(xray.listRetrievedTraces(r -> r.retrievalToken(token)).traces())
                .extracting(RetrievedTrace::id)
                .containsExactly(id(2));
    }

    @Test
    void openTelemetryFormat_hasASpanPerSegmentAndSubsegment() throws Exception {
        Doc call = remote("back").status(503);
        Doc work = local("work").exception("IOException", "broken");
        put(
                segment("web").with(work, call).status(200),
                segment("back").calledBy(call).status(503));
        String token = retrieve(0, 10, Doc.TRACE);
        ListRetrievedTracesResponse answer =
                xray.listRetrievedTraces(r -> r.retrievalToken(token).traceFormat(TraceFormatType.OTEL));
        assertThat(answer.traceFormat()).isEqualTo(TraceFormatType.OTEL);
        List<Map<?, ?>> spans = new ArrayList<>();
        for (Span span : answer.traces().get(0).spans()) {
            Map<?, ?> document = (Map<?, ?>) Json.read(span.document().getBytes(StandardCharsets.UTF_8));
            assertThat(document.get("spanId")).isEqualTo(span.id());
            assertThat(document.get("traceId")).isEqualTo(Doc.TRACE.substring(2).replace("-", ""));
            spans.add(document);
        }
        assertThat(spans)
                .extracting(span -> span.get("name") + " " + span.get("kind"))
                .containsExactlyInAnyOrder("web SERVER", "work INTERNAL", "back CLIENT", "back SERVER");
        assertThat(spans)
                .filteredOn(span -> "CLIENT".equals(span.get("kind")))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.get("status")).isEqualTo(Map.of("code", "ERROR"));
                    assertThat(span.get("resource")).isEqualTo(Map.of("attributes", Map.of("service.name", "web")));
                    assertThat(((Map<?, ?>) span.get("attributes")).get("http.response.status_code"))
                            .hasToString("503");
                });
        assertThat(spans).filteredOn(span -> span.containsKey("events")).hasSize(1);
    }

    @Test
    void linkToAnotherTrace_isAnEdgeOfTypeLink_andBelongsToTheServiceInTheRetrievedGraph() {
        Doc send = aws("SQS", "SendMessage", "queue_url", "http://q").at(0).took(0.5);
        put(segment("shop").trace(id(1)).took(1).with(send));
        put(segment("worker")
                .trace(id(2))
                .at(3)
                .took(1)
                .put("links", List.of(Map.of("trace_id", id(1), "id", send.id()))));
        var graph = xray.getServiceGraph(r -> r.startTime(START.minusSeconds(1)).endTime(START.plusSeconds(60)));
        assertThat(graph.services())
                .filteredOn(service -> service.name().equals("http://q"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.edges()).singleElement().satisfies(edge -> {
                    assertThat(edge.edgeType()).isEqualTo("link");
                    assertThat(edge.responseTimeHistogram()).isEmpty();
                    assertThat(edge.receivedEventAgeHistogram())
                            .singleElement()
                            .satisfies(age -> assertThat(age.value()).isEqualTo(2.5));
                }));
        String token = retrieve(0, 10, id(2));
        assertThat(xray.getRetrievedTracesGraph(r -> r.retrievalToken(token)).services())
                .filteredOn(each ->
                        each.service().name().equals("worker") && each.service().type() == null)
                .singleElement()
                .satisfies(worker -> assertThat(worker.links()).singleElement().satisfies(link -> {
                    assertThat(link.sourceTraceId()).isEqualTo(id(2));
                    assertThat(link.destinationTraceIds()).containsExactly(id(1));
                }));
    }

    @Test
    void retrievalOfAnHourAgo_hasTimedOut() {
        put(segment("web"));
        String token = retrieve(0, 10, Doc.TRACE);
        clock.advance(Duration.ofMinutes(61));
        var answer = xray.listRetrievedTraces(r -> r.retrievalToken(token));
        assertThat(answer.retrievalStatus()).isEqualTo(RetrievalStatus.TIMEOUT);
        assertThat(answer.traces()).isEmpty();
        assertThat(xray.getRetrievedTracesGraph(r -> r.retrievalToken(token)).services())
                .isEmpty();
    }

    @Test
    void unknownToken_isNotFound() {
        assertThatThrownBy(() -> xray.listRetrievedTraces(r -> r.retrievalToken("none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> xray.getRetrievedTracesGraph(r -> r.retrievalToken("none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> xray.cancelTraceRetrieval(r -> r.retrievalToken("none")))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        e -> assertThat(e.resourceName()).isEqualTo("none"));
    }

    @Test
    void tooManyOrWrongIds_areRefused() {
        String[] many = IntStream.range(0, 101).mapToObj(i -> id(i)).toArray(String[]::new);
        assertThatThrownBy(() -> retrieve(0, 1, many))
                .isInstanceOf(XRayException.class)
                .hasMessageContaining("Member must have length less than or equal to 100");
        assertThatThrownBy(() -> retrieve(0, 1, "x")).hasMessageContaining("Invalid trace id x");
        assertThatThrownBy(() -> retrieve(1, 0, id(1))).hasMessageContaining("End time cannot be earlier");
    }
}

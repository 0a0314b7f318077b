package com.anycompany.xray.local.robustness;

import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid or nearly valid data that nobody expects: each is answered, and answered sensibly. */
class OddDataTests {

    private static final String BATCH_GET = "{\"TraceIds\":[\"" + Doc.TRACE + "\"]}";

    private final TestServer server = new TestServer(256 << 20);

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<?, ?> call(String path, String body) {
        var answer = server.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (Map<?, ?>) Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The codes of those that were refused. */
    private List<String> put(String... documents) {
        String body =
                new String(Json.bytes(Map.of("TraceSegmentDocuments", List.of(documents))), StandardCharsets.UTF_8);
        return list(call("/TraceSegments", body), "UnprocessedTraceSegments").stream()
                .map(each -> (String) each.get("ErrorCode"))
                .toList();
    }

    private List<String> put(Doc... documents) {
        return put(Stream.of(documents).map(Doc::json).toArray(String[]::new));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(Map<?, ?> owner, String name) {
        return (List<Map<?, ?>>) owner.get(name);
    }

    private List<Map<?, ?>> segments() {
        return list(call("/Traces", BATCH_GET), "Traces").stream()
                .flatMap(trace -> list(trace, "Segments").stream())
                .<Map<?, ?>>map(segment ->
                        (Map<?, ?>) Json.read(((String) segment.get("Document")).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private List<Map<?, ?>> graph() {
        long now = System.currentTimeMillis() / 1000;
        return list(
                call("/ServiceGraph", "{\"StartTime\":%d,\"EndTime\":%d}".formatted(now - 600, now + 60)), "Services");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>bold</b>", "a\"b", "a\u0000b", "a\tb", "\ud83d\ude00", "\ud800", "a;b", ""})
    void nameWithWhatXRayForbids_isRefused(String name) {
        assertThat(put(segment(name))).containsExactly("InvalidName");
        assertThat(graph()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Käse", "中文服务", "\ud835\udc9c\ud835\udcb7", "a b", "x@y/z%1&2#3=4+5\\6-7:8.9_0"})
    void nameOfLettersOfAnyLanguage_staysAsItIs(String name) {
        assertThat(put(segment(name))).isEmpty();
        assertThat(graph()).extracting(node -> (Object) node.get("Name")).containsOnly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a\u0000\u001f\u007f",
                "\ud83d\ude00 \ud835\udc9c",
                "\u202eabc",
                "\""
            })
    void annotationWithAnyText_staysAsItIs(String value) {
        assertThat(put(segment("front").put("annotations", Map.of("odd", value))))
                .isEmpty();
        assertThat(segments().get(0).get("annotations")).isEqualTo(Map.of("odd", value));
        String summaries = server.post(
                        "/TraceSummaries",
                        "{\"StartTime\":%d,\"EndTime\":%d}".formatted((long) Doc.EPOCH - 1, (long) Doc.EPOCH + 9))
                .body();
        assertThat(Json.read(summaries.getBytes(StandardCharsets.UTF_8)).toString())
                .contains("StringValue=" + value);
    }

    @Test
    void textOfNearly64Kilobytes_isKept_aLongerDocumentIsRefused() {
        assertThat(put(segment("front").put("annotations", Map.of("long", "x".repeat(64_000)))))
                .isEmpty();
        assertThat(segments().get(0).get("annotations").toString()).hasSizeGreaterThan(64_000);
        assertThat(put(segment("front").put("annotations", Map.of("long", "x".repeat(64 * 1024)))))
                .containsExactly("InvalidSegment");
        assertThat(put(segment("n".repeat(64_000)))).containsExactly("InvalidName");
    }

    @ParameterizedTest
    @CsvSource({"NaN, ParseError", "Infinity, ParseError", "1e400, ParseError", "-5, ParseError", "1e12, ParseError"})
    void timesThatAreNone_areRefused(String time, String code) {
        String document =
                "{\"name\":\"a\",\"id\":\"53995c3f42cd8ad8\",\"trace_id\":\"%s\",\"start_time\":%s,\"end_time\":1}"
                        .formatted(Doc.TRACE, time);
        assertThat(put(document)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e308", "-1e308", "9007199254740993", "123456789012345678901234567890", "0.1", "-0", "1e400"})
    void hugeNumbersInAnnotations_doNoHarm(String number) {
        String json = segment("front").json();
        put(json.substring(0, json.length() - 1) + ",\"annotations\":{\"n\":" + number + "}}");
        assertThat(graph()).isNotEmpty();
        call(
                "/TraceSummaries",
                "{\"StartTime\":%d,\"EndTime\":%d,\"FilterExpression\":\"annotation.n > 0\"}"
                        .formatted((long) Doc.EPOCH - 1, (long) Doc.EPOCH + 9));
    }

    @Test
    void clockThatJumpedBack_givesADurationOfNothing() {
        assertThat(put(segment("front").took(-500).with(remote("back").took(-3))))
                .isEmpty();
        assertThat(list(call("/Traces", BATCH_GET), "Traces").get(0).get("Duration"))
                .satisfies(duration ->
                        assertThat(((Number) duration).doubleValue()).isBetween(0.0, 500.0));
        assertThat(graph().toString()).doesNotContain("TotalResponseTime=-", "Value=-");
    }

    @Test
    void ourOwnClockThatJumps_losesNothing() {
        SettableClock clock = new SettableClock(Instant.ofEpochSecond((long) Doc.EPOCH));
        try (TestServer jumping = new TestServer(clock)) {
            String ids = "";
            for (int jump : new int[] {0, -3600, 7200, -7200}) {
                clock.advance(Duration.ofSeconds(jump));
                String id = "1-58406520-%024x".formatted(Math.abs(jump) + (jump < 0 ? 1 : 0));
                ids += (ids.isEmpty() ? "" : ",") + "\"" + id + "\"";
                jumping.send(segment("front").trace(id));
                String expected = ids;
                await().untilAsserted(() -> assertThat(jumping.post("/Traces", "{\"TraceIds\":[" + expected + "]}")
                                .body())
                        .contains(expected.replace("\"", "").split(",")));
            }
            String graph = jumping.post(
                            "/ServiceGraph",
                            "{\"StartTime\":%d,\"EndTime\":%d}"
                                    .formatted((long) Doc.EPOCH - 7000, (long) Doc.EPOCH + 7000))
                    .body();
            assertThat(graph).contains("\"TotalCount\":4");
        }
    }

    @Test
    void collidingIds_keepBothTracesApart_andTheFirstDocumentOfOneTrace() {
        Doc first = segment("first")
                .put("id", "53995c3f42cd8ad8")
                .with(local("work").put("id", "53995c3f42cd8ad8"));
        Doc second = segment("second").put("id", "53995c3f42cd8ad8");
        Doc elsewhere = segment("elsewhere").put("id", "53995c3f42cd8ad8").trace("1-58406520-a006649127e371903a2de97f");
        Doc itself = segment("itself").put("id", "53995c3f42cd8ad9").put("parent_id", "53995c3f42cd8ad9");
        assertThat(put(first, second, elsewhere, itself)).isEmpty();
        assertThat(segments())
                .extracting(segment -> (Object) segment.get("name"))
                .contains("first", "itself");
        assertThat(graph()).extracting(node -> (Object) node.get("Name")).contains("first", "elsewhere");
    }

    @Test
    void subsegmentsThatCallEachOtherInACircle_areLeftOut() {
        Doc a = local("a");
        Doc b = local("b");
        a.independent(b);
        b.independent(a);
        assertThat(put(segment("front"), a, b)).isEmpty();
        assertThat(segments()).hasSize(1);
    }

    @Test
    void tenThousandServices_areAllOnTheGraph() {
        for (int i = 0; i < 100; i++) {
            Doc[] documents = new Doc[100];
            for (int j = 0; j < documents.length; j++) {
                documents[j] = segment("service-" + i + "-" + j).trace("1-58406520-%024x".formatted(i * 100 + j));
            }
            assertThat(put(documents)).isEmpty();
        }
        Set<Object> names = new HashSet<>();
        graph().forEach(node -> names.add(node.get("Name")));
        assertThat(names).hasSize(10_000);
    }

    @Test
    void traceOfTwentyThousandSegments_isWhole() {
        Doc root = segment("front").took(100);
        assertThat(put(root)).isEmpty();
        for (int i = 0; i < 200; i++) {
            List<Doc> documents = new ArrayList<>();
            for (int j = 0; j < 100; j++) {
                documents.add(segment("back").calledBy(root).at(i).took(0.5));
            }
            put(documents.toArray(Doc[]::new));
        }
        assertThat(segments()).hasSize(20_001);
        assertThat(graph()).anySatisfy(node -> assertThat(node.toString()).contains("Name=back", "TotalCount=20000"));
    }

    @Test
    void nestingBeyondTheLimit_isRefused_belowItIsKept() {
        Doc deep = local("bottom");
        for (int i = 0; i < 90; i++) {
            deep = local("level").with(deep);
        }
        assertThat(put(segment("front").with(deep))).isEmpty();
        for (int i = 0; i < 90; i++) {
            deep = local("level").with(deep);
        }
        assertThat(put(segment("front").with(deep))).containsExactly("ParseError");
        assertThat(segments()).hasSize(1);
    }

    @Test
    void longChainOfIndependentSubsegments_isCutWhereNoReaderWouldFollow() {
        List<Doc> chain = new ArrayList<>(List.of(segment("front")));
        for (int i = 0; i < 2_000; i++) {
            chain.add(local("step").independent(chain.get(chain.size() - 1)));
        }
        assertThat(put(chain.toArray(Doc[]::new))).isEmpty();

        Map<?, ?> trace = list(call("/Traces", BATCH_GET), "Traces").get(0);

        assertThat(trace.get("LimitExceeded")).isEqualTo(true);
        assertThat(trace.toString().split("step", -1)).hasSize(101);
    }

    @Test
    void halfASurrogatePair_doesNoHarm() {
        String json = segment("front").json();
        List<String> refused = put(json.substring(0, json.length() - 1)
                + ",\"user\":\"u\\ud800\",\"annotations\":{\"a\":\"\\udc00\"},\"metadata\":{\"m\":\"\\ud800x\"}}");

        assertThat(refused).isEmpty();
        assertThat(segments())
                .singleElement()
                .satisfies(it -> assertThat(it.get("metadata")).asString().endsWith("x}"));
        call(
                "/TraceSummaries",
                "{\"StartTime\":%d,\"EndTime\":%d}".formatted((long) Doc.EPOCH - 1, (long) Doc.EPOCH + 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "0.10", "123456789012345678901234567890.5", "-0"})
    void numbersInMetadata_keepTheirDigits(String number) {
        String json = segment("front").json();
        List<String> refused = put(json.substring(0, json.length() - 1) + ",\"metadata\":{\"n\":[" + number + "]}}");

        assertThat(server.post("/Traces", BATCH_GET).body()).contains("[" + number + "]");
    }
}

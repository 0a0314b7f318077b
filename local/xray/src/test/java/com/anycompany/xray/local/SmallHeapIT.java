package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that take more memory than there is, in a heap of 64 MB: each is answered, and others are served as before. */
class SmallHeapIT {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final int LARGEST_BODY = 8 << 20;

    private XRayLocalProcess server;

    @BeforeEach
    void start() throws IOException {
        server = XRayLocalProcess.start(List.of("-Xmx64m"));
    }

    /** Whatever happened, documents are taken and found, and the counters add up. */
    @AfterEach
    void serves() {
        try {
            assertThat(put(document("front", 0xabcdef)).body()).contains("\"UnprocessedTraceSegments\":[]");
            assertThat(server.post("/Traces", "{\"TraceIds\":[\"" + trace(0xabcdef) + "\"]}")
                            .body())
                    .contains("front");
            assertCountersAddUp();
        } finally {
            server.close();
        }
    }

    @Test
    void twoKilobytesThatAreAMillionSpans_areRefused() throws IOException {
        byte[] export = gzip(export(1_000_000));
        assertThat(export.length).isLessThan(4096);
        HttpResponse<String> answer = export(export);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("200 : 1");
    }

    @Test
    void exportOfMoreSpansThanTheServiceTakes_isRefused_oneOfAsManyIsTaken() throws IOException {
        assertThat(export(gzip(export(10_001))).statusCode()).isEqualTo(400);
        assertThat(export(gzip(export(10_001))).body()).contains("10,000 spans");
        assertThat(export(gzip(export(10_000))).statusCode()).isEqualTo(200);
        assertThat(count("received")).as("each span is counted").isEqualTo(10_000);
        assertThat(count("rejected")).isEqualTo(10_000);
    }

    @Test
    void exportOfTinyElements_isRefused() {
        String spans = "{},".repeat(LARGEST_BODY / 3 - 100);
        HttpResponse<String> answer = server.post(
                "/v1/traces",
                ("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + spans + "{}]}]}]}")
                        .getBytes(StandardCharsets.US_ASCII),
                "Content-Type",
                JSON);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void bodyOfTinyElements_isAnswered() {
        for (String body : List.of(
                "{\"TraceSegmentDocuments\":[" + "\"\",".repeat(LARGEST_BODY / 3 - 100) + "\"\"]}",
                "{\"TraceSegmentDocuments\":[" + "{},".repeat(LARGEST_BODY / 3 - 100) + "{}]}")) {
            assertThat(server.post("/TraceSegments", body).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void hundredThousandServices_areAGraphOfTheBusiest_andATimeSeries() {
        for (int i = 0; i < 100_000; i += 1000) {
            String[] documents = IntStream.range(i, i + 1000)
                    .mapToObj(number -> document("service-" + number, number))
                    .toArray(String[]::new);
            assertThat(put(documents).statusCode()).isEqualTo(200);
        }
        for (int round = 0; round < 3; round++) {
            HttpResponse<String> graph = server.post("/ServiceGraph", range());
            assertThat(graph.statusCode()).as(graph.body().substring(0, 100)).isEqualTo(200);
            assertThat(graph.body()).contains("\"Warning\":\"The graph has only the services");
            assertThat(graph.body().split("\"Root\":true", -1)).hasSizeBetween(501, 1100);
            HttpResponse<String> series = server.post("/TimeSeriesServiceStatistics", range());
            assertThat(series.statusCode()).isEqualTo(200);
            assertThat(series.body()).contains("EdgeSummaryStatistics");
            assertThat(series.body().length()).isLessThan(100_000);
        }
        assertThat(server.log()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void manyLargeBodiesAtOnce_areAnswered_someOfThemTaken_andRequestsAfterThem() {
        byte[] body =
                ("{\"TraceSegmentDocuments\":[\"" + "x".repeat(7 << 20) + "\"]}").getBytes(StandardCharsets.US_ASCII);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> server.post("/TraceSegments", body).statusCode(), command -> {
                        Thread thread = new Thread(command, "client");
                        thread.setDaemon(true);
                        thread.start();
                    }));
        }
        assertThat(answers.stream().map(CompletableFuture::join).toList())
                .isSubsetOf(200, 429, 500)
                .contains(200);
        assertThat(put(document("after", 1)).body()).contains("\"UnprocessedTraceSegments\":[]");
    }

    private void assertCountersAddUp() {
        assertThat(count("received"))
                .isEqualTo(LongStream.of(count("stored"), count("duplicate"), count("rejected"), count("dropped"))
                        .sum());
    }

    private long count(String counter) {
        Map<?, ?> documents = server.status("documents");
        return ((Number) documents.get(counter)).longValue();
    }

    private HttpResponse<String> export(byte[] zipped) {
        return server.post("/v1/traces", zipped, "Content-Type", PROTOBUF, "Content-Encoding", "gzip");
    }

    /** {@code resource_spans { scope_spans { spans {} spans {} … } }} */
    private static byte[] export(int spans) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < spans; i++) {
            all.write(0x12);
            all.write(0);
        }
        return field(1, field(2, all.toByteArray()));
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        int length = content.length;
        while (length > 0x7f) {
            out.write(length & 0x7f | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private HttpResponse<String> put(String... documents) {
        StringBuilder body = new StringBuilder("{\"TraceSegmentDocuments\":[");
        for (int i = 0; i < documents.length; i++) {
            body.append(i == 0 ? "\"" : ",\"")
                    .append(documents[i].replace("\"", "\\\""))
                    .append('"');
        }
        return server.post("/TraceSegments", body.append("]}").toString());
    }

    private static String document(String name, int number) {
        return "{\"trace_id\":\"%s\",\"id\":\"%016x\",\"name\":\"%s\",\"start_time\":1480615200,\"end_time\":1480615201}"
                .formatted(trace(number), number + 1, name);
    }

    private static String trace(int number) {
        return "1-58406520-%024x".formatted(number);
    }

    private static String range() {
        long now = System.currentTimeMillis() / 1000;
        return "{\"StartTime\":%d,\"EndTime\":%d}".formatted(now - 600, now + 60);
    }
}

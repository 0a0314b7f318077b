package com.anycompany.xray.local.ingest;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UdpIngestTests {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void documentsOfTheRealSdk_areAllStored() throws IOException {
        List<Path> captured;
        try (var files = Files.list(Path.of("src/test/resources/segments"))) {
            captured = files.toList();
        }
        assertThat(captured).hasSize(38);
        captured.forEach(file -> server.sendRaw(text(file)));
        awaitReceived(38);
        assertThat(documents()).containsEntry("stored", 38).containsEntry("rejected", 0);
    }

    @Test
    void everyDatagram_isCountedOnce_andRejectionsCanBeRead() {
        Doc good = segment("front");
        server.send(good);
        server.send(good);
        server.send(segment("bad?"));
        server.sendRaw("no header");
        server.sendRaw("{\"format\":\"xml\",\"version\":1}\n" + good.json());
        server.sendRaw(
                "{\"format\":\"JSON\",\"version\":1}\n" + segment("front").json());
        server.sendRaw("{\"format\": \"json\", \"version\": 1}\n{broken");
        awaitReceived(7);
        assertThat(documents())
                .containsEntry("stored", 2)
                .containsEntry("duplicate", 1)
                .containsEntry("rejected", 4)
                .containsEntry("dropped", 0)
                .containsEntry("rejectedByReason", Map.of("BadHeader", 2, "InvalidName", 1, "ParseError", 1));
        String rejected = server.get("/local/rejected").body();
        assertThat(rejected).contains("InvalidName", "bad?", "BadHeader", "\"source\":\"udp\"");
    }

    /** As AWS's distribution of OpenTelemetry sends them from Lambda functions. */
    @Test
    void spansInPlaceOfADocument_areShown() {
        long now = System.currentTimeMillis() / 1000;
        String one = "%08x".formatted(now) + "0000000000000000000000a1";
        String other = "%08x".formatted(now) + "0000000000000000000000a2";
        server.sendRaw("{\"format\": \"json\", \"version\": 1}\nT1S"
                + base64(OtlpBytes.span("lambda", one, "00000000000000a1", now)));
        assertThat(server.post(
                                "/TraceSegments",
                                "{\"TraceSegmentDocuments\":[\"T1U"
                                        + base64(OtlpBytes.span("lambda", other, "00000000000000a2", now)) + "\"]}")
                        .body())
                .isEqualTo("{\"UnprocessedTraceSegments\":[]}");
        awaitReceived(2);
        assertThat(documents()).containsEntry("stored", 2);
        assertThat(server.post("/Traces", "{\"TraceIds\":[\"" + one + "\",\"" + other + "\"]}")
                        .body())
                .contains("lambda", "00000000000000a1", "00000000000000a2");
    }

    @Test
    void exportInPlaceOfADocument_isRejectedWithItsReason() {
        long tooOld = System.currentTimeMillis() / 1000 - 15 * 86_400;
        String header = "{\"format\": \"json\", \"version\": 1}\nT1S";
        server.sendRaw(header + base64(OtlpBytes.span("a", "0".repeat(30) + "a1", "00000000000000a1", tooOld)));
        server.sendRaw(header + "no base 64");
        server.sendRaw(header + "AAAA");
        awaitReceived(3);
        assertThat(documents()).containsEntry("rejected", 3);
        assertThat(server.get("/local/rejected").body())
                .contains("14 days back", "is not base 64", "what stands near byte 1 can't be a field");
    }

    private static String base64(byte[] export) {
        return Base64.getEncoder().encodeToString(export);
    }

    private void awaitReceived(int count) {
        await().untilAsserted(() -> {
            Map<?, ?> documents = documents();
            assertThat(documents.get("received")).isEqualTo(count);
            int known = number(documents, "stored")
                    + number(documents, "duplicate")
                    + number(documents, "rejected")
                    + number(documents, "dropped");
            assertThat(known).isEqualTo(count);
        });
    }

    private static int number(Map<?, ?> documents, String name) {
        return ((Number) documents.get(name)).intValue();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> documents() {
        Object status = Json.read(server.get("/local/status").body().getBytes(StandardCharsets.UTF_8));
        return (Map<String, Object>) ((Map<?, ?>) status).get("documents");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

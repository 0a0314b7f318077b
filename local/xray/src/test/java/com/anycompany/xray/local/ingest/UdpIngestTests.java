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

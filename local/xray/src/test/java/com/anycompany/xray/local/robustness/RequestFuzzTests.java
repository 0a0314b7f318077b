package com.anycompany.xray.local.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.segment.TraceId;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Spoilt requests and datagrams against a whole X-Ray Local: answered, and never with a failure of ours. */
class RequestFuzzTests {

    private static final Pattern TRACE_ID = Pattern.compile("\"trace_id\":\"([^\"\\\\]{1,40})\"");

    private final Random random = new Random(FuzzRun.SEED);
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void spoiltRequests_areAnswered() throws Exception {
        Mutator mutator = new JsonMutator(random, Requests.bodies());
        try (TestServer server = new TestServer()) {
            for (FuzzRun run = new FuzzRun("requests", 10); run.goesOn(); ) {
                byte[] body = mutator.next();
                String path = Requests.PATHS.get(random.nextInt(Requests.PATHS.size()));
                HttpResponse<String> answer = post(server, path, body);
                assertThat(answer.statusCode())
                        .as("seed %d: POST %s %s", FuzzRun.SEED, path, new String(body, StandardCharsets.UTF_8))
                        .isBetween(200, 499);
                Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
            }
            assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> post(TestServer server, String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What was spoilt and accepted all the same must come out again, by every way there is. */
    @Test
    void spoiltDocumentsThatWereTaken_canBeAskedFor() throws Exception {
        Mutator documents = new JsonMutator(random, Seeds.documents());
        List<String> filters = Seeds.filters();
        try (TestServer server = new TestServer()) {
            FuzzRun run = new FuzzRun("documents that are asked for", 2);
            while (run.goesOn()) {
                List<String> batch = new ArrayList<>();
                Set<String> ids = new TreeSet<>();
                do {
                    batch.add(Seeds.moved(documents.next(), random));
                    Matcher id = TRACE_ID.matcher(batch.get(batch.size() - 1));
                    if (id.find() && TraceId.parse(id.group(1)) != null && ids.size() < 5) {
                        ids.add(TraceId.parse(id.group(1)).toString());
                    }
                } while (batch.size() < 20 && run.goesOn());
                ask(server, "/TraceSegments", Map.of("TraceSegmentDocuments", batch));
                checkDocuments(ask(server, "/Traces", Map.of("TraceIds", new ArrayList<>(ids))));
                String filter = filters.get(random.nextInt(filters.size()));
                ask(server, "/TraceSummaries", Map.of("StartTime", 0, "EndTime", 2e9, "FilterExpression", filter));
                ask(server, "/ServiceGraph", Map.of("StartTime", now() - 600, "EndTime", now() + 60));
                for (String id : ids) {
                    post(server, "/TraceGraph", Json.bytes(Map.of("TraceIds", List.of(id))));
                }
            }
        }
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private Map<?, ?> ask(TestServer server, String path, Map<String, Object> question) throws Exception {
        byte[] body = Json.bytes(question);
        HttpResponse<String> answer = post(server, path, body);
        assertThat(answer.statusCode())
                .as("seed %d: %s %s: %s", FuzzRun.SEED, path, new String(body, StandardCharsets.UTF_8), answer.body())
                .isEqualTo(200);
        return (Map<?, ?>) Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void checkDocuments(Map<?, ?> answer) {
        for (Object trace : (List<?>) answer.get("Traces")) {
            for (Object segment : (List<?>) ((Map<?, ?>) trace).get("Segments")) {
                String document = (String) ((Map<?, ?>) segment).get("Document");
                assertThat(Json.read(document.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Map.class);
            }
        }
    }

    @Test
    void spoiltHttp_isAnsweredOrHungUpOn_withinASecond_andLeavesNoConnection() throws Exception {
        HttpMutator mutator = new HttpMutator(random, Requests.bodies());
        try (TestServer server = new TestServer()) {
            long files = openFiles();
            for (FuzzRun run = new FuzzRun("requests spoilt as HTTP", 3); run.goesOn(); ) {
                byte[] request = mutator.next();
                RawHttp answer = RawHttp.send(server.port(), request);
                if (answer.millis() > 1000) {
                    answer = RawHttp.send(server.port(), request);
                }
                String shown = new String(request, StandardCharsets.ISO_8859_1);
                assertThat(answer.millis())
                        .as("seed %d: %s", FuzzRun.SEED, shown)
                        .isLessThan(1000);
                assertThat(answer.status())
                        .as("seed %d: %s\nanswered with %s", FuzzRun.SEED, shown, answer.text())
                        .matches(status -> status < 500 || status == 501 || status == 505);
            }
            assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(openFiles()).isLessThan(files + 20));
        }
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    @Test
    void spoiltDatagrams_areCountedOnce() throws IOException {
        Mutator mutator = new ByteMutator(
                random,
                Seeds.documents().stream()
                        .map(document -> ("{\"format\": \"json\", \"version\": 1}\n"
                                        + new String(document, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8))
                        .toList());
        try (TestServer server = new TestServer();
                DatagramSocket socket = new DatagramSocket()) {
            for (FuzzRun run = new FuzzRun("datagrams", 1); run.goesOn(); ) {
                byte[] bytes = mutator.next();
                int length = Math.min(bytes.length, 60_000);
                socket.send(new DatagramPacket(bytes, length, InetAddress.getLoopbackAddress(), server.port()));
                int sent = run.done();
                if (sent % 10 == 0) {
                    await().pollInterval(Duration.ofMillis(2))
                            .untilAsserted(
                                    () -> assertThat(count(server, "received")).isEqualTo(sent));
                }
            }
            await().untilAsserted(() -> assertThat(
                            count(server, "stored") + count(server, "duplicate") + count(server, "rejected"))
                    .isEqualTo(count(server, "received")));
            assertThat(count(server, "dropped")).isZero();
            String fresh = "1-58406521-a006649127e371903a2de979";
            server.send(Doc.segment("after").trace(fresh));
            await().untilAsserted(() -> assertThat(server.post("/Traces", "{\"TraceIds\":[\"" + fresh + "\"]}")
                            .body())
                    .contains("after"));
        }
    }

    private static long count(TestServer server, String name) {
        Map<?, ?> status =
                (Map<?, ?>) Json.read(server.get("/local/status").body().getBytes(StandardCharsets.UTF_8));
        return ((Number) ((Map<?, ?>) status.get("documents")).get(name)).longValue();
    }
}

package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.store.StoreOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that an earlier version has written is read, and questions have the answers that they had then. */
class DataFolderOfEarlierVersionTests {

    private static final Path FOLDER = Path.of("src/test/resources/data-folder-f6d8411");

    /** Members that have other values since then, on purpose: docs/xray-local.md has the reasons. */
    private static final Map<String, Set<String>> CHANGED =
            Map.of("/ServiceGraph", Set.of("StartTime", "EndTime", "State"), "/Groups", Set.of("GroupARN"));

    @TempDir
    private Path data;

    @Test
    void everyQuestion_hasTheAnswerOfThatVersion() throws Exception {
        for (String file : List.of("chunks-0000000000", "configuration.jsonl", "open")) {
            Files.copy(FOLDER.resolve(file), data.resolve(file));
        }
        Map<?, ?> answers = (Map<?, ?>) Json.read(Files.readAllBytes(FOLDER.resolve("answers.json")));
        Instant now = Instant.ofEpochMilli(((Number) answers.get("now")).longValue());
        try (XRayLocalServer server = start(Clock.fixed(now, ZoneOffset.UTC))) {
            assertThat(server.restored()).isEqualTo(623);
            for (Object each : (List<?>) answers.get("calls")) {
                Map<?, ?> call = (Map<?, ?>) each;
                assertThat(post(server, (String) call.get("path"), call.get("input")))
                        .as(call.get("path") + " " + call.get("input"))
                        .isEqualTo(comparable((String) call.get("path"), call.get("answer")));
            }
        }
    }

    /**
     * Written by f6d8411: groups had other ARNs, by which they were tagged, changed and deleted. The ids at the end are
     * different now; the names are the same.
     */
    @Test
    void callsThatNameAGroupByItsFormerArn_areMadeAgain() throws Exception {
        Files.copy(Path.of("src/test/resources/configuration-f6d8411.jsonl"), data.resolve("configuration.jsonl"));
        try (XRayLocalServer server = start(Clock.systemUTC())) {
            List<?> groups = (List<?>) ((Map<?, ?>) read(server, "/Groups", Map.of())).get("Groups");
            assertThat(groups)
                    .extracting(group -> String.valueOf(((Map<?, ?>) group).get("GroupName")))
                    .containsExactly("Default", "checkout");
            Map<?, ?> checkout = (Map<?, ?>) groups.get(1);
            assertThat(checkout.get("FilterExpression")).isEqualTo("fault OR throttle");
            assertThat(tags(server, checkout))
                    .isEqualTo(
                            List.of(Map.of("Key", "team", "Value", "shop"), Map.of("Key", "stage", "Value", "prod")));
            assertThat(tags(server, (Map<?, ?>) groups.get(0)))
                    .isEqualTo(List.of(Map.of("Key", "all", "Value", "yes")));
        }
        assertThat(data.resolve("configuration.jsonl.damaged")).doesNotExist();
    }

    private static Object tags(XRayLocalServer server, Map<?, ?> group) throws Exception {
        Map<?, ?> answer =
                (Map<?, ?>) read(server, "/ListTagsForResource", Map.of("ResourceARN", group.get("GroupARN")));
        return answer.get("Tags");
    }

    private XRayLocalServer start(Clock clock) throws IOException {
        StoreOptions store = new StoreOptions(64 << 20, Duration.ofHours(24));
        return XRayLocalServer.start(
                new XRayLocalServer.Options(InetAddress.getLoopbackAddress(), 0, Set.of(), store, data), clock);
    }

    private static @Nullable Object post(XRayLocalServer server, String path, Object input) throws Exception {
        return comparable(path, read(server, path, input));
    }

    private static Object read(XRayLocalServer server, String path, @Nullable Object input) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(input)))
                .build();
        return Json.read(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body());
    }

    /** Numbers are equal however they are written. */
    private static @Nullable Object comparable(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<Object, @Nullable Object> members = new HashMap<>();
            object.forEach((name, member) -> members.put(name, comparable(path, member)));
            members.keySet().removeAll(CHANGED.getOrDefault(path, Set.of()));
            return members;
        }
        if (value instanceof List<?> array) {
            return array.stream().map(each -> comparable(path, each)).collect(Collectors.toCollection(ArrayList::new));
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }
}

package com.anycompany.xray.local.status;

import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingPartsEndpointTests {

    private static final String PATH = "/local/missing-parts?trace=";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void subsegmentWithoutItsParent_isReturnedUntilTheParentArrives() {
        Doc root = segment("root");
        Doc parent = local("parent").independent(root);
        Doc late = local("late").independent(parent);
        put(root, late);
        assertThat(missing()).containsEntry("waiting", 1).containsEntry("documents", List.of(late.json()));
        put(parent);
        assertThat(missing()).containsEntry("waiting", 0).containsEntry("documents", List.of());
    }

    @Test
    void callWhoseCalleeReportsItself_isNamedUntilTheCalleeArrives() {
        Doc call = remote("callee").put("http", Map.of("request", Map.of("traced", true)));
        put(segment("root").with(call));
        assertThat(missing()).containsEntry("awaitingCallees", List.of(call.id()));
        put(segment("callee").calledBy(call));
        assertThat(missing()).containsEntry("awaitingCallees", List.of());
    }

    @Test
    void unknownTrace_waitsForNothing() {
        assertThat(missing()).containsEntry("waiting", 0).containsEntry("awaitingCallees", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH + "1-2", PATH, "/local/missing-parts"})
    void missingOrInvalidTraceId_isRefusedWithTheRemedy(String path) {
        var answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("trace must be a trace id");
    }

    private void put(Doc... documents) {
        Map<String, ?> body = Map.of(
                "TraceSegmentDocuments", Stream.of(documents).map(Doc::json).toList());
        server.post("/TraceSegments", new String(Json.bytes(body), StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> missing() {
        return (Map<String, Object>)
                Json.read(server.get(PATH + Doc.TRACE).body().getBytes(StandardCharsets.UTF_8));
    }
}

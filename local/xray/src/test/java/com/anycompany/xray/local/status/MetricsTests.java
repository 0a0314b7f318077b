package com.anycompany.xray.local.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counters as Spring Boot's actuator would give them. */
class MetricsTests {

    private final TestServer server = new TestServer();

    @BeforeEach
    void receive() {
        String good = Doc.segment("front").json();
        for (String document : new String[] {good, good, Doc.segment("?").json(), "{"}) {
            Map<String, List<String>> batch = Map.of("TraceSegmentDocuments", List.of(document));
            server.post("/TraceSegments", new String(Json.bytes(batch), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<?, ?> get(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (Map<?, ?>) Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private double count(String metric) {
        List<?> measurements = (List<?>) get("/actuator/metrics/" + metric).get("measurements");
        assertThat(measurements).hasSize(1);
        Map<?, ?> only = (Map<?, ?>) measurements.get(0);
        assertThat((Object) only.get("statistic")).isEqualTo("COUNT");
        return ((Number) only.get("value")).doubleValue();
    }

    @Test
    void counters_addUp() {
        assertThat(count("xray.documents.received")).isEqualTo(4);
        assertThat(count("xray.documents.stored")).isEqualTo(1);
        assertThat(count("xray.documents.duplicate")).isEqualTo(1);
        assertThat(count("xray.documents.rejected")).isEqualTo(2);
        assertThat(count("xray.documents.dropped")).isZero();
        assertThat(count("xray.documents.rejected?tag=reason:InvalidName")).isEqualTo(1);
    }

    @Test
    void list_namesThem_andEachTellsItsTags() {
        assertThat((List<?>) get("/actuator/metrics").get("names"))
                .map(Object::toString)
                .contains("xray.documents.received", "xray.store.bytes", "jvm.memory.used")
                .isSorted();
        assertThat((Object) get("/actuator/metrics/xray.documents.rejected").get("availableTags"))
                .asString()
                .contains("tag=reason", "ParseError", "BadHeader");
    }

    @Test
    void unknownMetricOrTag_isSaid() {
        assertThat(server.get("/actuator/metrics/no.such").statusCode()).isEqualTo(404);
        assertThat(server.get("/actuator/metrics/xray.documents.rejected?tag=reason:Nothing")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get("/actuator/metrics/xray.store.bytes?tag=x").body())
                .contains("KEY:VALUE");
    }
}

package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TraceTreeTests {

    private static final String FRONTEND = """
            {"id": "a", "name": "frontend", "start_time": 1.0, "end_time": 1.25,
             "http": {"request": {"method": "GET", "url": "http://localhost:8080/"}, "response": {"status": 200}},
             "subsegments": [{"id": "b", "name": "catalogservice", "start_time": 1.1, "end_time": 1.2,
                              "fault": true, "http": {"response": {"status": 503}}}]}""";
    private static final String CATALOG = """
            {"id": "c", "parent_id": "b", "name": "catalogservice", "start_time": 1.11, "end_time": 1.19, "subsegments": [
              {"id": "d", "name": "DynamoDb", "start_time": 1.12, "end_time": 1.15, "throttle": true,
               "aws": {"operation": "Query", "table_name": "ProductCatalog"}}]}""";
    private static final String INFERRED = """
            {"id": "e", "parent_id": "d", "name": "ProductCatalog", "start_time": 1.12, "end_time": 1.15, "inferred": true}""";

    @Test
    void segmentsHangBelowTheCallThatReachedThem_inferredOnesAreLeftOut() {
        assertThat(tree(INFERRED, CATALOG, FRONTEND).lines())
                .extracting(line -> line.replaceAll("\\s{2,}", "|"))
                .containsExactly(
                        "frontend GET /|250 ms|200",
                        "└─ catalogservice|100 ms|503 fault",
                        "|└─ catalogservice|80 ms",
                        "|└─ DynamoDb Query ProductCatalog|30 ms|throttle");
    }

    @Test
    void segmentWhoseCallerIsMissing_isShownAsARoot() {
        assertThat(tree(CATALOG).lines()).first().asString().startsWith("catalogservice");
    }

    @Test
    void segmentsThatCallEachOther_areShownOnce_theEarliestFirst() {
        String late = CATALOG.replace("\"parent_id\": \"b\"", "\"parent_id\": \"f\"");
        String early = """
                {"id": "g", "parent_id": "d", "name": "early", "start_time": 1.0, "end_time": 1.2,
                 "subsegments": [{"id": "f", "name": "call", "start_time": 1.0, "end_time": 1.2}]}""";
        assertThat(tree(late, early).lines())
                .extracting(line -> line.replaceAll("[│└├─]", "").strip().replaceAll("\\s{2,}.*", ""))
                .containsExactly("early", "call", "catalogservice", "DynamoDb Query ProductCatalog");
    }

    @Test
    void chainOfTenThousandCalls_isWritten() {
        String[] hops = IntStream.range(0, 10_000)
                .mapToObj(i -> """
                        {"id": "s%d", "parent_id": "s%d", "name": "hop", "start_time": 1, "end_time": 2}""".formatted(i, i - 1))
                .toArray(String[]::new);
        assertThat(tree(hops).lines()).hasSize(10_000).allMatch(line -> line.length() < 150);
    }

    private static TraceTree tree(String... documents) {
        JsonMapper json = JsonMapper.builder().build();
        return TraceTree.of(json.valueToTree(Map.of(
                "Segments", Stream.of(documents).map(d -> Map.of("Document", d)).toList(), "Id", List.of())));
    }
}

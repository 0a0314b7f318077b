package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TraceTreeTests {

    private static final Terminal WIDE = terminal(false, 0);

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
        assertThat(tree(INFERRED, CATALOG, FRONTEND).lines(WIDE))
                .extracting(line -> line.replaceAll("\\s{2,}", "|"))
                .containsExactly(
                        "frontend GET /|+0 ms|250 ms|200",
                        "└─ catalogservice|+100 ms|100 ms|503 fault",
                        "|└─ catalogservice|+110 ms|80 ms",
                        "|└─ DynamoDb Query ProductCatalog|+120 ms|30 ms|throttle");
    }

    @Test
    void exceptions_standBelowTheirEntity_withTheTypesShortName() {
        String failed = """
                {"id": "a", "name": "cartservice", "start_time": 1, "end_time": 2, "fault": true, "subsegments": [
                  {"id": "b", "name": "catalogservice", "start_time": 1, "end_time": 2, "fault": true,
                   "cause": {"exceptions": [{"id": "x", "type": "org.example.ResourceAccessException",
                                             "message": "No answer from\\n catalogservice"}]}},
                  {"id": "c", "name": "repeats", "start_time": 1, "end_time": 2, "fault": true, "cause": "0123456789abcdef"}]}""";
        assertThat(tree(failed).lines(WIDE))
                .extracting(line -> line.replaceAll("\\s{2,}", "|"))
                .containsExactly(
                        "cartservice|+0 ms|1000 ms|fault",
                        "├─ catalogservice|+0 ms|1000 ms|fault",
                        "│|ResourceAccessException: No answer from catalogservice",
                        "└─ repeats|+0 ms|1000 ms|fault");
    }

    @Test
    void lines_areNoWiderThanTheTerminal() {
        String longNames = FRONTEND.replace("localhost:8080/", "localhost:8080/" + "a".repeat(200))
                .replace("\"fault\": true,", """
                        "fault": true, "cause": {"exceptions": [{"type": "T", "message": "%s"}]},""".formatted("m".repeat(300)));
        assertThat(tree(longNames, CATALOG).lines(terminal(false, 80)))
                .hasSize(5)
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.matches("frontend GET /a+… +\\+0 ms +250 ms  200"))
                .anyMatch(line -> line.matches(" +T: m+…"));
    }

    @Test
    void statuses_areColouredByWhoseFaultTheyAre() {
        assertThat(tree(CATALOG, FRONTEND).lines(terminal(true, 0)))
                .anyMatch(line -> line.endsWith("\u001b[31m503 fault\u001b[0m"))
                .anyMatch(line -> line.endsWith("\u001b[33mthrottle\u001b[0m"));
    }

    @Test
    void httpStatus_isThatOfTheEntry() {
        assertThat(tree(CATALOG, FRONTEND).httpStatus()).isEqualTo(200);
        assertThat(TraceTree.EMPTY.httpStatus()).isZero();
    }

    @Test
    void segmentWhoseCallerIsMissing_isShownAsARoot() {
        assertThat(tree(CATALOG).lines(WIDE)).first().asString().startsWith("catalogservice");
    }

    @Test
    void segmentsThatCallEachOther_areShownOnce_theEarliestFirst() {
        String late = CATALOG.replace("\"parent_id\": \"b\"", "\"parent_id\": \"f\"");
        String early = """
                {"id": "g", "parent_id": "d", "name": "early", "start_time": 1.0, "end_time": 1.2,
                 "subsegments": [{"id": "f", "name": "call", "start_time": 1.0, "end_time": 1.2}]}""";
        assertThat(tree(late, early).lines(WIDE))
                .extracting(line -> line.replaceAll("[│└├─]", "").strip().replaceAll("\\s{2,}.*", ""))
                .containsExactly("early", "call", "catalogservice", "DynamoDb Query ProductCatalog");
    }

    @Test
    void chainOfTenThousandCalls_isWritten() {
        String[] hops = IntStream.range(0, 10_000)
                .mapToObj(i -> """
                        {"id": "s%d", "parent_id": "s%d", "name": "hop", "start_time": 1, "end_time": 2}""".formatted(i, i - 1))
                .toArray(String[]::new);
        assertThat(tree(hops).lines(WIDE)).hasSize(10_000).allMatch(line -> line.length() < 150);
    }

    private static Terminal terminal(boolean colours, int columns) {
        return new Terminal(new PrintWriter(System.out, true), colours, columns);
    }

    private static TraceTree tree(String... documents) {
        JsonMapper json = JsonMapper.builder().build();
        return TraceTree.of(json.valueToTree(Map.of(
                "Segments", Stream.of(documents).map(d -> Map.of("Document", d)).toList(), "Id", List.of())));
    }
}

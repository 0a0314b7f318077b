package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected trace trees contain only calls of the expected service graph. */
class ExpectedTracesTests {

    private static final Pattern SEGMENT = Pattern.compile(" *(\\w+): [A-Z]+ /.*");
    private static final Pattern TABLE = Pattern.compile(" *DynamoDb inferred AWS::DynamoDB::Table: \\w+ (\\w+).*");

    private final ServiceGraph graph = ServiceGraph.expected();

    @ParameterizedTest
    @ValueSource(strings = {"confirmed-order", "declined-order", "product-page", "unknown-product"})
    void expectedTrace_hasOnlyCallsOfTheServiceGraph(String trace) throws IOException {
        Deque<Segment> callers = new ArrayDeque<>();
        int calls = 0;
        for (String line : lines(trace)) {
            int indent = line.length() - line.stripLeading().length();
            while (!callers.isEmpty() && callers.element().indent() >= indent) {
                callers.pop();
            }
            Matcher segment = SEGMENT.matcher(line);
            Matcher table = TABLE.matcher(line);
            if (segment.matches()) {
                String callee = segment.group(1);
                if (!callers.isEmpty()) {
                    String caller = callers.element().service();
                    assertThat(graph.calls(caller, callee))
                            .as("%s calls %s in %s", caller, callee, trace)
                            .isTrue();
                    calls++;
                }
                callers.push(new Segment(callee, indent));
            } else if (table.matches()) {
                String caller = callers.element().service();
                assertThat(graph.uses(caller, table.group(1)))
                        .as("%s uses %s in %s", caller, table.group(1), trace)
                        .isTrue();
            }
        }
        assertThat(calls).isPositive();
    }

    @Test
    void text_isThatOfTheTracedGraph() {
        ServiceGraph small = new ServiceGraph(Map.of(
                "frontend", Map.of("calls", List.of("cartservice", "catalogservice")),
                "cartservice", Map.of("calls", List.of("catalogservice"), "tables", List.of("Carts")),
                "catalogservice", Map.of()));

        assertThat(small.text().lines())
                .containsExactly(
                        "Carts [AWS::DynamoDB::Table]",
                        "cartservice -> Carts [AWS::DynamoDB::Table], catalogservice",
                        "catalogservice",
                        "frontend -> cartservice, catalogservice",
                        "frontend [client] -> frontend");
    }

    private List<String> lines(String trace) throws IOException {
        try (InputStream in = ExpectedTracesTests.class.getResourceAsStream(trace + ".txt")) {
            assertThat(in).as(trace).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private record Segment(String service, int indent) {}
}

package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ParityFactsTests {

    private static final String GRAPH = """
        [{"ReferenceId": 0, "Name": "cartservice",
          "SummaryStatistics": {"OkCount": 3, "ErrorStatistics": {"ThrottleCount": 1, "OtherCount": 2},
            "FaultStatistics": {"TotalCount": 0}},
          "Edges": [{"ReferenceId": 7, "SummaryStatistics": {"OkCount": 5}}]},
         {"ReferenceId": 7, "Name": "Carts", "Type": "AWS::DynamoDB::Table", "Edges": []}]
        """;
    private static final String SUMMARY = """
        {"Annotations": {
           "order_id": [{"AnnotationValue": {"StringValue": "%s"}, "ServiceIds": [{"Name": "orderservice"}]}],
           "settlement": [{"AnnotationValue": {"BooleanValue": true}, "ServiceIds": [{"Name": "orderservice"}]}]},
         "FaultRootCauses": [{"Services": [
           {"Name": "frontend", "EntityPath": [{"Name": "frontend"}, {"Name": "place"}]},
           {"Name": "orderservice", "EntityPath": [
             {"Name": "cartservice", "Remote": true, "Exceptions": [{"Name": "java.net.ConnectException"}]}]}]}]}
        """;

    @Test
    void nodesEdgesStatusesAnnotationsAndCauses_areFacts() {
        assertThat(facts(GRAPH, SUMMARY.formatted("a1"), false).facts())
                .containsExactlyInAnyOrder(
                        "node cartservice",
                        "node Carts [AWS::DynamoDB::Table]",
                        "edge cartservice → Carts [AWS::DynamoDB::Table]",
                        "status cartservice: ok",
                        "status cartservice: throttle",
                        "status cartservice: error",
                        "status cartservice → Carts [AWS::DynamoDB::Table]: ok",
                        "annotation order_id (text) by orderservice",
                        "annotation settlement (boolean) by orderservice",
                        "fault cause frontend/place → cartservice (remote): java.net.ConnectException");
    }

    @Test
    void idsAndCounts_areNoFactsUnlessAskedFor() {
        ParityFacts one = facts(GRAPH, SUMMARY.formatted("a1"), false);
        ParityFacts other = facts(
                GRAPH.replace("\"ReferenceId\": 7", "\"ReferenceId\": 9").replace("\"OkCount\": 3", "\"OkCount\": 4"),
                SUMMARY.formatted("b2"),
                false);

        assertThat(one).isEqualTo(other);
        assertThat(facts(GRAPH, SUMMARY, true).facts()).contains("status cartservice: ok 3");
    }

    @Test
    void difference_isWhatTheOtherLacks() {
        ParityFacts all = facts(GRAPH, SUMMARY, false);
        ParityFacts fewer = facts(GRAPH, "{}", false);

        assertThat(fewer.without(all)).isEmpty();
        assertThat(all.without(fewer)).hasSize(3);
    }

    private static ParityFacts facts(String graph, String summary, boolean counts) {
        JsonNode services = JsonClient.read(graph);
        return ParityFacts.of(services, List.of(JsonClient.read(summary)), counts);
    }
}

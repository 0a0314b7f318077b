package com.anycompany.xray.local.clients;

import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI. */
class AwsCliIT {

    @TempDir
    private Path folder;

    private final TestServer server = new TestServer();

    @BeforeAll
    static void require() {
        Client.AWS_CLI.require();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Client.Result aws(String... arguments) throws Exception {
        List<String> all =
                new ArrayList<>(List.of("xray", "--endpoint-url", server.uri("").toString(), "--output", "json"));
        all.addAll(1, List.of(arguments).subList(0, 1));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return Client.AWS_CLI.run(folder, Map.of(), all.toArray(String[]::new));
    }

    private Map<?, ?> answer(String... arguments) throws Exception {
        Client.Result result = aws(arguments);
        assertThat(result.exitCode()).as(result.error()).isZero();
        return (Map<?, ?>) Json.read(result.output().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void traces_goInAndComeOut() throws Exception {
        Doc call = remote("back").took(0.2);
        Doc front =
                segment("front").put("annotations", Map.of("tenant", "acme")).with(call, table("Carts"));
        Doc back = segment("back").calledBy(call).status(503);
        Map<?, ?> put = answer(
                "put-trace-segments", "--trace-segment-documents", front.json(), back.json(), "{\"name\": \"bad\"}");
        assertThat(put.toString()).contains("MissingId");

        assertThat(answer("batch-get-traces", "--trace-ids", Doc.TRACE).toString())
                .contains("AWS::DynamoDB::Table", "\"status\":503");

        String now = Long.toString(Instant.now().getEpochSecond() + 1);
        String before = Long.toString(Instant.now().getEpochSecond() - 3600);
        assertThat(answer("get-service-graph", "--start-time", before, "--end-time", now)
                        .toString())
                .contains("Name=front", "Name=back", "Name=Carts", "FaultStatistics");

        String start = Long.toString((long) Doc.EPOCH - 1);
        String end = Long.toString((long) Doc.EPOCH + 10);
        String[] search = {
            "get-trace-summaries", "--start-time", start, "--end-time", end, "--filter-expression", "annotation.tenant"
        };
        assertThat(answer(search).toString()).contains(Doc.TRACE, "StringValue=acme");
        search[6] = "annotation.tenant >";
        Client.Result refused = aws(search);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.error()).contains("InvalidRequestException", "column");
    }

    @Test
    void rulesAndGroups_areMadeListedAndDeleted() throws Exception {
        String rule = """
                {"RuleName": "checkout", "ResourceARN": "*", "Priority": 10, "FixedRate": 0.5, "ReservoirSize": 2,
                 "ServiceName": "*", "ServiceType": "*", "Host": "*", "HTTPMethod": "POST", "URLPath": "/checkout",
                 "Version": 1}""";
        answer("create-sampling-rule", "--sampling-rule", rule);
        assertThat(answer("get-sampling-rules").toString()).contains("RuleName=checkout", "RuleName=Default");
        answer("delete-sampling-rule", "--rule-name", "checkout");
        assertThat(answer("get-sampling-rules").toString()).doesNotContain("checkout");
        answer("create-group", "--group-name", "slow", "--filter-expression", "responsetime > 1");
        assertThat(answer("get-groups").toString()).contains("GroupName=slow", "responsetime > 1");
    }
}

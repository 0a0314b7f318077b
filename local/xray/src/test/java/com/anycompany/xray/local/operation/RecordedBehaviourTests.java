package com.anycompany.xray.local.operation;

import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.EncryptionStatus;
import software.amazon.awssdk.services.xray.model.Group;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;
import software.amazon.awssdk.services.xray.model.Service;
import software.amazon.awssdk.services.xray.model.TraceSummary;

/** What was recorded from AWS and is easily done otherwise; the letters are those of the page xray-differences. */
class RecordedBehaviourTests {

    private static final Instant NOON = Instant.ofEpochSecond(1_480_680_000);
    private static final Instant START = Instant.ofEpochSecond((long) Doc.EPOCH);

    private final SettableClock clock = new SettableClock(NOON);
    private TestServer server;
    private XRayClient xray;

    @BeforeEach
    void start() {
        server = new TestServer(clock);
        xray = server.client();
    }

    @AfterEach
    void stop() {
        xray.close();
        server.close();
    }

    private void put(Doc... documents) {
        List<String> json = Stream.of(documents).map(Doc::json).toList();
        assertThat(xray.putTraceSegments(r -> r.traceSegmentDocuments(json)).unprocessedTraceSegments())
                .isEmpty();
    }

    private List<TraceSummary> search(String filter) {
        return xray.getTraceSummaries(r -> r.startTime(START.minusSeconds(5))
                        .endTime(START.plusSeconds(60))
                        .filterExpression(filter))
                .traceSummaries();
    }

    private Group create(String name) {
        return xray.createGroup(r -> r.groupName(name).filterExpression("fault"))
                .group();
    }

    /** A3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"FilterExpression\":\"\"",
                ",\"FilterExpression\":\" \"",
                ",\"FilterExpression\":null",
                ",\"InsightsConfiguration\":{\"InsightsEnabled\":true}"
            })
    void updateGroupWithoutExpression_isRefused_andChangesNothing(String members) {
        Group group = create("some");
        var answer = server.post("/UpdateGroup", "{\"GroupName\":\"some\"" + members + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("InvalidRequestException");
        assertThat(answer.body()).isEqualTo("{\"Message\":\"Filter Expression is empty\"}");
        assertThat(xray.getGroup(r -> r.groupName("some")).group()).isEqualTo(group);
    }

    /** A4. */
    @Test
    void callersOwnAccount_isReportedAsNull_andIsNoOtherNode() {
        Doc call = table("Carts").put("fault", true);
        put(
                segment("front")
                        .status(500)
                        .put("aws", Map.of("account_id", "000000000000"))
                        .with(call),
                segment("front").trace("1-58406520-000000000000000000000001"),
                segment("front")
                        .trace("1-58406520-000000000000000000000002")
                        .put("aws", Map.of("account_id", "111122223333")));
        List<Service> services = xray.getServiceGraph(r -> r.startTime(NOON).endTime(NOON.plusSeconds(60)))
                .services();
        assertThat(services)
                .filteredOn(service -> service.name().equals("front") && service.type() == null)
                .extracting(service ->
                        service.accountId() + " " + service.summaryStatistics().totalCount())
                .containsExactlyInAnyOrder("null 2", "111122223333 1");
        TraceSummary own = search("fault").get(0);
        assertThat(own.entryPoint().accountId()).isNull();
        assertThat(own.serviceIds())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(id.accountId()).isNull());
        assertThat(own.faultRootCauses().get(0).services())
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.accountId()).isNull());
        assertThat(search("service(id(account.id: \"000000000000\"))")).hasSize(2);
        assertThat(search("service(id(account.id: \"111122223333\"))")).hasSize(1);
    }

    /** A6: selected by time of receipt, with the times of the documents. */
    @Test
    void serviceGraph_hasTheTimesOfTheDocuments() {
        put(
                segment("front").at(1.5).took(9),
                segment("front").trace("1-58406520-000000000000000000000001").at(7.9));
        var graph = xray.getServiceGraph(r -> r.startTime(NOON).endTime(NOON.plusSeconds(60)));
        assertThat(graph.startTime()).isEqualTo(START.plusSeconds(1));
        assertThat(graph.endTime()).isEqualTo(START.plusSeconds(8));
        assertThat(graph.services()).isNotEmpty().allSatisfy(service -> {
            assertThat(service.startTime()).isEqualTo(START.plusSeconds(1));
            assertThat(service.endTime()).isEqualTo(START.plusSeconds(8));
        });
        assertThat(xray.getServiceGraph(r -> r.startTime(START).endTime(START.plusSeconds(60)))
                        .services())
                .isEmpty();
    }

    /** C3. */
    @Test
    void systemTags_canNotBeChanged() {
        String arn = create("some").groupARN();
        assertThatThrownBy(() -> xray.tagResource(
                        r -> r.resourceARN(arn).tags(t -> t.key("aws:team").value("shop"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Caller is an end user and not allowed to mutate system tags");
    }

    /** C3. */
    @Test
    void groupByNameAndArn_isRefused() {
        Group group = create("some");
        assertThatThrownBy(() -> xray.getGroup(r -> r.groupName("some").groupARN(group.groupARN())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Provide either GroupName or GroupARN");
        assertThatThrownBy(() -> xray.getServiceGraph(
                        r -> r.startTime(NOON).endTime(NOON).groupName("some").groupARN(group.groupARN())))
                .hasMessageContaining("Provide either GroupName or GroupARN");
    }

    /** C4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "\"bad\"", "42", "true"})
    void subsegmentsThatAreNoList_areAsIfThereWereNone(String subsegments) {
        String document = segment("front").json().replaceFirst("}$", ",\"subsegments\":" + subsegments + "}");
        for (String trace : List.of(Doc.TRACE, "1-58406520-000000000000000000000001")) {
            String json = document.replace(Doc.TRACE, trace);
            assertThat(xray.putTraceSegments(r -> r.traceSegmentDocuments(json)).unprocessedTraceSegments())
                    .isEmpty();
            assertThat(xray.batchGetTraces(r -> r.traceIds(trace))
                            .traces()
                            .get(0)
                            .segments())
                    .singleElement()
                    .satisfies(segment ->
                            assertThat(segment.document()).contains("front").doesNotContain("subsegments"));
        }
    }

    /** C5. */
    @Test
    void unreadableDocument_hasTheTextOfASegment() {
        assertThat(xray.putTraceSegments(r -> r.traceSegmentDocuments("nonsense", "[]"))
                        .unprocessedTraceSegments())
                .hasSize(2)
                .allSatisfy(each -> {
                    assertThat(each.errorCode()).isEqualTo("ParseError");
                    assertThat(each.message()).isEqualTo("Invalid segment. ErrorCode: ParseError");
                });
    }

    /** C5 and C6. */
    @Test
    void traceGraph_isOfOneTrace() {
        put(segment("front"));
        assertThat(xray.getTraceGraph(r -> r.traceIds(Doc.TRACE)).services()).hasSize(2);
        assertThatThrownBy(() -> xray.getTraceGraph(r -> r.traceIds(Doc.TRACE, Doc.TRACE)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Currently only one trace Id is supported");
        assertThatThrownBy(() -> xray.getTraceGraph(r -> r.traceIds("x")))
                .hasMessageContaining("Invalid traceId. ErrorCode: InvalidId");
        assertThatThrownBy(() -> xray.getTraceGraph(r -> r.traceIds(List.of())))
                .hasMessageContaining("Zero trace ids provided");
        assertThat(server.post("/local/traces-graph", "{\"TraceIds\":[\"%1$s\",\"%1$s\"]}".formatted(Doc.TRACE))
                        .body())
                .contains("front");
    }

    /** C5. */
    @Test
    void unknownResource_hasNoTags() {
        assertThatThrownBy(() -> xray.listTagsForResource(r -> r.resourceARN("arn:aws:xray:us-east-1:0:group/x")))
                .hasMessageContaining("Resource ARN not found");
    }

    /** C6 and cases/31-group-named-default. */
    @ParameterizedTest
    @ValueSource(strings = {"default", "DEFAULT", "dEFAULT", "Default"})
    void nameOfDefault_isReserved(String name) {
        assertThatThrownBy(() -> create(name))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("reserved");
        assertThat(xray.getGroups(r -> {}).groups()).hasSize(1);
    }

    /** C6. */
    @Test
    void groupName_mayHaveUnderscores_andNeedsAnExpression() {
        assertThat(create("a_b-C1").groupName()).isEqualTo("a_b-C1");
        assertThatThrownBy(() -> create("a.b")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> xray.createGroup(r -> r.groupName("all")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Filter Expression is empty");
    }

    /** D. */
    @Test
    void groupThatIsCreatedAgain_hasANewArn_andNoTags() {
        Group first = xray.createGroup(r -> r.groupName("some")
                        .filterExpression("fault")
                        .tags(t -> t.key("team").value("shop")))
                .group();
        xray.deleteGroup(r -> r.groupName("some"));
        Group second = create("some");
        assertThat(List.of(first.groupARN(), second.groupARN()))
                .doesNotHaveDuplicates()
                .allMatch(arn -> arn.matches("arn:aws:xray:us-east-1:000000000000:group/some/[A-Z2-7]{52}"));
        assertThat(xray.listTagsForResource(r -> r.resourceARN(second.groupARN()))
                        .tags())
                .isEmpty();
        assertThatThrownBy(() -> xray.listTagsForResource(r -> r.resourceARN(first.groupARN())))
                .hasMessageContaining("Resource ARN not found");
    }

    /** D. */
    @Test
    void encryption_isUpdatingFirst() {
        assertThat(xray.putEncryptionConfig(r -> r.type("KMS").keyId("alias/key"))
                        .encryptionConfig()
                        .status())
                .isEqualTo(EncryptionStatus.UPDATING);
        assertThat(xray.getEncryptionConfig(r -> {}).encryptionConfig().status())
                .isEqualTo(EncryptionStatus.ACTIVE);
    }

    /** D. */
    @Test
    void searchByServiceTime_tellsTheTimeThatMatched() {
        put(segment("front").at(2).took(1.5));
        assertThat(xray.getTraceSummaries(
                                r -> r.timeRangeType("Service").startTime(START).endTime(START.plusSeconds(60)))
                        .traceSummaries())
                .singleElement()
                .satisfies(summary -> assertThat(summary.matchedEventTime()).isEqualTo(START.plusMillis(3500)));
        assertThat(search("ok").get(0).matchedEventTime()).isNull();
    }

    /** "Not known", decided: as if absent. */
    @Test
    void emptyOriginAccountAndUser_areAsIfAbsent() {
        put(segment("front").put("origin", "").put("user", "").put("aws", Map.of("account_id", "")));
        TraceSummary summary = search("ok").get(0);
        assertThat(summary.users()).isEmpty();
        assertThat(summary.entryPoint().type()).isNull();
        assertThat(summary.entryPoint().accountId()).isNull();
        assertThat(search("user")).isEmpty();
    }

    /** A2 and B2, through the API. */
    @Test
    void filters_areThoseOfTheGuide() {
        put(
                segment("front")
                        .put("annotations", Map.of("vip", true))
                        .put(
                                "http",
                                Map.of("request", Map.of("url", "http://shop/"), "response", Map.of("status", 503)))
                        .took(3),
                segment("front").trace("1-58406520-000000000000000000000001").put("annotations", Map.of("vip", false)),
                segment("front").trace("1-58406520-000000000000000000000002"),
                segment("front").trace("1-58406520-000000000000000000000003").with(remote("x")));
        assertThat(search("annotation.vip")).hasSize(1);
        assertThat(search("!annotation.vip")).hasSize(3);
        assertThat(search("http.url AND responseTime > 2")).hasSize(1);
        assertThat(search("!http.url")).hasSize(3);
        assertThat(search("fault = \"true\"")).hasSize(1);
        assertThat(search("fault = \"false\"")).hasSize(3);
        assertThat(search("duration = \"slow\"")).isEmpty();
        assertThat(search("http.method = 5")).isEmpty();
        assertThatThrownBy(() -> search("edge(\"front\")")).hasMessageContaining("needs two services");
    }
}

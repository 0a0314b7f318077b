package com.anycompany.xray.local.operation;

import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.TestServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.Edge;
import software.amazon.awssdk.services.xray.model.GetTraceSummariesRequest;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;
import software.amazon.awssdk.services.xray.model.ResourceNotFoundException;
import software.amazon.awssdk.services.xray.model.SamplingRule;
import software.amazon.awssdk.services.xray.model.SamplingRuleRecord;
import software.amazon.awssdk.services.xray.model.SamplingTargetDocument;
import software.amazon.awssdk.services.xray.model.Service;
import software.amazon.awssdk.services.xray.model.TraceSummary;
import software.amazon.awssdk.services.xray.model.UnprocessedTraceSegment;

/** The AWS SDK's own client against X-Ray Local. */
class SdkClientTests {

    private static final String TRACE = "1-6b035fc8-794ccc95ca4972ac8221aaaa";
    private static TestServer server;
    private static XRayClient xray;

    private static final Doc CALL = remote("back").took(0.4).status(503);
    private static final Doc FRONT = segment("front")
            .trace(TRACE)
            .took(0.5)
            .put(
                    "http",
                    Map.of(
                            "request",
                            Map.of("method", "GET", "url", "http://shop/", "client_ip", "10.0.0.7"),
                            "response",
                            Map.of("status", 200)))
            .put("annotations", Map.of("order_id", "o-1", "age", 3, "vip", true))
            .put("user", "ada")
            .with(CALL, table("Carts").took(0.01));
    private static final Doc BACK =
            segment("back").trace(TRACE).calledBy(CALL).took(0.3).status(500).exception("IOException", "broken");

    @BeforeAll
    static void start() {
        server = new TestServer();
        xray = server.client();
        assertThat(put(FRONT, BACK)).isEmpty();
    }

    @AfterAll
    static void stop() {
        xray.close();
        server.close();
    }

    private static List<UnprocessedTraceSegment> put(Doc... documents) {
        List<String> json = Stream.of(documents).map(Doc::json).toList();
        return xray.putTraceSegments(request -> request.traceSegmentDocuments(json))
                .unprocessedTraceSegments();
    }

    @Test
    void mixedBatch_keepsItsGoodDocuments() {
        Doc bad = segment("bad?").trace("1-6b035fc8-794ccc95ca4972ac8221bbbb");
        Doc good = segment("good").trace("1-6b035fc8-794ccc95ca4972ac8221bbbb");
        assertThat(put(bad, good)).singleElement().satisfies(unprocessed -> {
            assertThat(unprocessed.id()).isEqualTo(bad.id());
            assertThat(unprocessed.errorCode()).isEqualTo("InvalidName");
            assertThat(unprocessed.message()).isEqualTo("Invalid segment. ErrorCode: InvalidName");
        });
        assertThat(xray.batchGetTraces(r -> r.traceIds("1-6b035fc8-794ccc95ca4972ac8221bbbb"))
                        .traces()
                        .get(0)
                        .segments())
                .extracting(s -> s.id())
                .containsExactly(good.id());
    }

    @Test
    void emptyBatch_isInvalid() {
        assertThatThrownBy(() -> xray.putTraceSegments(r -> r.traceSegmentDocuments(List.of())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Segments can not be empty");
    }

    @Test
    void trace_comesBackNested_withItsInferredSegment() {
        var trace = xray.batchGetTraces(r -> r.traceIds(TRACE, "1-00000000-000000000000000000000000"))
                .traces();
        assertThat(trace).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(TRACE);
            assertThat(found.duration()).isEqualTo(0.5);
            assertThat(found.segments()).hasSize(3);
            assertThat(found.segments())
                    .anySatisfy(inferred -> assertThat(inferred.document())
                            .contains("\"inferred\":true", "AWS::DynamoDB::Table", "Carts"));
        });
    }

    @Test
    void serviceGraph_hasNodesEdgesAndTimes() {
        List<Service> services = xray.getServiceGraph(
                        r -> r.startTime(Instant.now().minusSeconds(600))
                                .endTime(Instant.now().plusSeconds(1)))
                .services();
        Service front = named(services, "front", null);
        assertThat(front.root()).isTrue();
        assertThat(front.state()).isEqualTo("active");
        assertThat(front.startTime()).isEqualTo(Instant.ofEpochSecond((long) Doc.EPOCH));
        assertThat(named(services, "front", "client").summaryStatistics()).isNull();
        Edge toBack = front.edges().stream()
                .filter(edge ->
                        edge.referenceId().equals(named(services, "back", null).referenceId()))
                .findAny()
                .orElseThrow();
        assertThat(toBack.summaryStatistics().faultStatistics().totalCount()).isOne();
        assertThat(toBack.summaryStatistics().totalResponseTime()).isEqualTo(0.4);
        assertThat(toBack.aliases())
                .singleElement()
                .satisfies(alias -> assertThat(alias.name()).isEqualTo("back"));
        assertThat(named(services, "Carts", "AWS::DynamoDB::Table").state()).isEqualTo("unknown");
    }

    @Test
    void traceGraph_isOfThatTraceAlone() {
        List<Service> services = xray.getTraceGraph(r -> r.traceIds(TRACE)).services();
        assertThat(services).extracting(Service::name).containsExactlyInAnyOrder("front", "front", "back", "Carts");
        assertThatThrownBy(() -> xray.getTraceGraph(r -> r.traceIds("1-00000000-000000000000000000000000")))
                .hasMessageContaining("Trace id not found");
    }

    @Test
    void summary_hasEveryField() {
        TraceSummary summary = summaries(r -> r.timeRangeType("TraceId")
                        .startTime(Instant.ofEpochSecond((long) Doc.EPOCH - 1))
                        .endTime(Instant.ofEpochSecond((long) Doc.EPOCH + 10)))
                .stream()
                .filter(each -> each.id().equals(TRACE))
                .findAny()
                .orElseThrow();
        assertThat(summary.duration()).isEqualTo(0.5);
        assertThat(summary.responseTime()).isEqualTo(0.5);
        assertThat(summary.hasFault()).isFalse();
        assertThat(summary.isPartial()).isFalse();
        assertThat(summary.http().httpURL()).isEqualTo("http://shop/");
        assertThat(summary.http().httpStatus()).isEqualTo(200);
        assertThat(summary.http().clientIp()).isEqualTo("10.0.0.7");
        assertThat(summary.annotations()).containsOnlyKeys("order_id", "age", "vip");
        assertThat(summary.annotations().get("age").get(0).annotationValue().numberValue())
                .isEqualTo(3.0);
        assertThat(summary.annotations().get("order_id").get(0).serviceIds())
                .extracting(id -> id.name())
                .containsExactly("front");
        assertThat(summary.users()).extracting(user -> user.userName()).containsExactly("ada");
        assertThat(summary.entryPoint().name()).isEqualTo("front");
        assertThat(summary.serviceIds()).hasSize(4);
        assertThat(summary.faultRootCauses())
                .singleElement()
                .satisfies(cause -> assertThat(cause.clientImpacting()).isFalse());
        assertThat(summary.responseTimeRootCauses()).hasSize(1);
        assertThat(summary.revision()).isOne();
    }

    @Test
    void summaries_arePaged_andNothingIsLostOrTwice() {
        List<Doc> documents = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            documents.add(
                    segment("paged").trace("1-5f000000-%024x".formatted(i)).at(1_000_000 + i));
        }
        put(documents.toArray(Doc[]::new));
        GetTraceSummariesRequest request = GetTraceSummariesRequest.builder()
                .startTime(Instant.ofEpochSecond((long) Doc.EPOCH + 1_000_000))
                .endTime(Instant.ofEpochSecond((long) Doc.EPOCH + 1_000_250))
                .build();
        List<String> ids = xray.getTraceSummariesPaginator(request).traceSummaries().stream()
                .map(TraceSummary::id)
                .toList();
        assertThat(ids).hasSize(250).doesNotHaveDuplicates();
        assertThat(ids.get(0)).endsWith("%024x".formatted(249));
        assertThatThrownBy(() -> xray.getTraceSummaries(
                        request.toBuilder().nextToken("bad").build()))
                .hasMessageContaining("Invalid token bad");
    }

    @Test
    void filterExpression_selectsTraces_andAWrongOneIsExplained() {
        assertThat(summaries(request -> around(request).filterExpression("annotation.order_id = \"o-1\"")))
                .extracting(TraceSummary::id)
                .containsExactly(TRACE);
        assertThat(summaries(request -> around(request).filterExpression("annotation.order_id = \"o-2\"")))
                .isEmpty();
        assertThatThrownBy(() -> summaries(request -> around(request).filterExpression("nonsense >")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("column");
    }

    private static GetTraceSummariesRequest.Builder around(GetTraceSummariesRequest.Builder request) {
        return request.startTime(Instant.ofEpochSecond((long) Doc.EPOCH - 1))
                .endTime(Instant.ofEpochSecond((long) Doc.EPOCH + 10));
    }

    @Test
    void windows_areChecked() {
        Instant now = Instant.now();
        assertThatThrownBy(() -> xray.getServiceGraph(
                        r -> r.startTime(now.minusSeconds(7 * 3600)).endTime(now)))
                .hasMessageContaining("Time range cannot be longer than 6 hours");
        assertThatThrownBy(() -> xray.getServiceGraph(r -> r.startTime(now).endTime(now.minusSeconds(1))))
                .hasMessageContaining("End time cannot be earlier than start time");
        assertThatThrownBy(() -> xray.getServiceGraph(
                        r -> r.startTime(now.minusSeconds(1)).endTime(now).groupName("none")))
                .hasMessageContaining("Group not found.");
        assertThatThrownBy(() -> xray.batchGetTraces(r -> r.traceIds("a", "b")))
                .hasMessageContaining("Invalid trace id a: incorrect id format");
    }

    @Test
    void samplingRules_areThereToBeChanged_exceptDefault() {
        SamplingRule rule = SamplingRule.builder()
                .ruleName("checkout")
                .resourceARN("*")
                .priority(10)
                .fixedRate(0.5)
                .reservoirSize(4)
                .serviceName("*")
                .serviceType("*")
                .host("*")
                .httpMethod("POST")
                .urlPath("/checkout")
                .version(1)
                .build();
        xray.createSamplingRule(r -> r.samplingRule(rule));
        assertThatThrownBy(() -> xray.createSamplingRule(r -> r.samplingRule(rule)))
                .hasMessageContaining("Sampling rule already exists");
        xray.updateSamplingRule(
                r -> r.samplingRuleUpdate(u -> u.ruleName("checkout").fixedRate(0.25)));
        assertThat(xray.getSamplingRules(r -> {}).samplingRuleRecords())
                .extracting(SamplingRuleRecord::samplingRule)
                .extracting(SamplingRule::ruleName, SamplingRule::fixedRate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("checkout", 0.25),
                        org.assertj.core.groups.Tuple.tuple("Default", 1.0));
        xray.deleteSamplingRule(r -> r.ruleName("checkout"));
        assertThatThrownBy(() -> xray.deleteSamplingRule(r -> r.ruleName("Default")))
                .hasMessageContaining("The default sampling rule cannot be deleted");
        assertThatThrownBy(() -> xray.updateSamplingRule(
                        r -> r.samplingRuleUpdate(u -> u.ruleName("Default").priority(3))))
                .hasMessageContaining("Only the reservoir size and fixed rate");
    }

    @Test
    void samplingTargets_firstGiveTheRate_thenAQuota() {
        SamplingTargetDocument first = target("Default");
        assertThat(first.fixedRate()).isEqualTo(1.0);
        assertThat(first.reservoirQuota()).isNull();
        SamplingTargetDocument second = target("Default");
        assertThat(second.reservoirQuota()).isOne();
        assertThat(second.reservoirQuotaTTL()).isAfter(Instant.now());
        assertThat(second.interval()).isEqualTo(10);
    }

    private static SamplingTargetDocument target(String rule) {
        return xray.getSamplingTargets(r -> r.samplingStatisticsDocuments(d -> d.ruleName(rule)
                        .clientID("123456789012345678901234")
                        .timestamp(Instant.now())
                        .requestCount(5)
                        .sampledCount(1)))
                .samplingTargetDocuments()
                .get(0);
    }

    @Test
    void groupsTagsAndEncryption_answer() {
        String arn = xray.createGroup(r -> r.groupName("all").filterExpression("duration >= 0"))
                .group()
                .groupARN();
        assertThat(xray.getGroups(r -> {}).groups())
                .extracting(g -> g.groupName())
                .contains("Default", "all");
        xray.tagResource(r -> r.resourceARN(arn).tags(t -> t.key("team").value("shop")));
        assertThat(xray.listTagsForResource(r -> r.resourceARN(arn)).tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.value()).isEqualTo("shop"));
        xray.deleteGroup(r -> r.groupName("all"));
        assertThatThrownBy(() -> xray.listTagsForResource(r -> r.resourceARN(arn)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(xray.getEncryptionConfig(r -> {}).encryptionConfig().typeAsString())
                .isEqualTo("NONE");
    }

    @Test
    void timeSeries_countsServicesAndCalls() {
        var byService = xray.getTimeSeriesServiceStatistics(
                r -> r.startTime(Instant.now().minusSeconds(600))
                        .endTime(Instant.now().plusSeconds(1))
                        .entitySelectorExpression("service(\"back\")"));
        assertThat(byService.timeSeriesServiceStatistics()).isNotEmpty().first().satisfies(bucket -> {
            assertThat(bucket.serviceSummaryStatistics().faultStatistics().totalCount())
                    .isOne();
            assertThat(bucket.timestamp().getEpochSecond() % 60).isZero();
        });
        var byEdge = xray.getTimeSeriesServiceStatistics(r -> r.startTime(
                        Instant.now().minusSeconds(600))
                .endTime(Instant.now().plusSeconds(1))
                .entitySelectorExpression("edge(\"front\", id(name: \"Carts\", type: \"AWS::DynamoDB::Table\"))"));
        assertThat(byEdge.timeSeriesServiceStatistics())
                .isNotEmpty()
                .first()
                .satisfies(bucket ->
                        assertThat(bucket.edgeSummaryStatistics().okCount()).isOne());
        assertThatThrownBy(() -> xray.getTimeSeriesServiceStatistics(r -> r.startTime(Instant.now())
                        .endTime(Instant.now())
                        .entitySelectorExpression("service(id(foo: \"x\"))")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Invalid EntitySelectorExpression at column 12: id() knows name");
        assertThatThrownBy(() -> xray.getTimeSeriesServiceStatistics(
                        r -> r.startTime(Instant.now()).endTime(Instant.now()).period(7)))
                .hasMessageContaining("Time period must be one of [60, 300]");
    }

    private static List<TraceSummary> summaries(Consumer<GetTraceSummariesRequest.Builder> request) {
        return xray.getTraceSummaries(request).traceSummaries();
    }

    private static Service named(List<Service> services, String name, String type) {
        return services.stream()
                .filter(service -> service.name().equals(name) && java.util.Objects.equals(service.type(), type))
                .findAny()
                .orElseThrow();
    }
}

package com.anycompany.xray.local.operation;

import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.EncryptionType;
import software.amazon.awssdk.services.xray.model.InsightSummary;
import software.amazon.awssdk.services.xray.model.RetrievalStatus;
import software.amazon.awssdk.services.xray.model.SamplingRule;
import software.amazon.awssdk.services.xray.model.TraceSegmentDestination;

/**
 * Every operation that the AWS SDK's client has, called through it. The operations are read off the client, so that one
 * which AWS adds, or which is forgotten here, fails.
 */
class EveryOperationTests {

    private static final String TRACE = "1-58406520-00000000000000000000beef";
    private static final String POLICY = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
            + " \"Principal\": {\"Service\": \"sns.amazonaws.com\"}, \"Action\": \"xray:PutTraceSegments\","
            + " \"Resource\": \"*\"}]}";

    private static final Instant NOON = Instant.ofEpochSecond(1_480_680_000);
    private static final Instant LATER = NOON.plusSeconds(600);

    private static TestServer server;
    private static XRayClient xray;
    private static final Map<String, Consumer<XRayClient>> CALLS = new TreeMap<>();

    @BeforeAll
    static void start() {
        SettableClock clock = new SettableClock(NOON);
        server = new TestServer(clock);
        xray = server.client();
        xray.updateGroup(r -> r.groupName("Default").insightsConfiguration(i -> i.insightsEnabled(true)));
        Doc call = remote("back").status(500);
        putTrace(
                TRACE,
                segment("front").status(500).with(call),
                segment("back").calledBy(call).status(500));
        for (int i = 0; i < 12; i++) {
            putTrace("1-58406520-%024x".formatted(i), segment("mail").status(500));
        }
        Awaitility.await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return !insights(xray).isEmpty();
        });
    }

    @AfterAll
    static void stop() {
        xray.close();
        server.close();
    }

    private static void putTrace(String trace, Doc... documents) {
        var json = Stream.of(documents).map(doc -> doc.trace(trace).json()).toList();
        assertThat(xray.putTraceSegments(r -> r.traceSegmentDocuments(json)).unprocessedTraceSegments())
                .isEmpty();
    }

    static {
        traces();
        insights();
        groupsAndTags();
        sampling();
        settings();
        retrieval();
    }

    private static void traces() {
        CALLS.put(
                "putTraceSegments",
                x -> assertThat(x.putTraceSegments(r -> r.traceSegmentDocuments("{}"))
                                .unprocessedTraceSegments())
                        .singleElement()
                        .satisfies(refused -> assertThat(refused.errorCode()).isEqualTo("MissingId")));
        CALLS.put(
                "batchGetTraces",
                x -> assertThat(x.batchGetTraces(r -> r.traceIds(TRACE))
                                .traces()
                                .get(0)
                                .segments())
                        .hasSize(2));
        CALLS.put(
                "getTraceSummaries",
                x -> assertThat(x.getTraceSummaries(r -> r.timeRangeType("Event")
                                        .startTime(NOON)
                                        .endTime(LATER)
                                        .filterExpression("service(\"back\") { fault }"))
                                .traceSummaries())
                        .singleElement()
                        .satisfies(summary -> assertThat(summary.hasFault()).isTrue()));
        CALLS.put(
                "getServiceGraph",
                x -> assertThat(x.getServiceGraph(
                                        r -> r.startTime(NOON).endTime(LATER).groupName("Default"))
                                .services())
                        .extracting(service -> service.name())
                        .contains("front", "back", "mail"));
        CALLS.put(
                "getTraceGraph",
                x -> assertThat(x.getTraceGraph(r -> r.traceIds(TRACE)).services())
                        .hasSize(3));
        CALLS.put(
                "getTimeSeriesServiceStatistics",
                x -> assertThat(x.getTimeSeriesServiceStatistics(r -> r.startTime(NOON)
                                        .endTime(LATER)
                                        .entitySelectorExpression("service(\"mail\")")
                                        .forecastStatistics(true))
                                .timeSeriesServiceStatistics())
                        .singleElement()
                        .satisfies(bucket -> {
                            assertThat(bucket.serviceForecastStatistics().faultCountHigh())
                                    .isEqualTo(2);
                            assertThat(bucket.serviceForecastStatistics().faultCountLow())
                                    .isZero();
                            assertThat(bucket.serviceSummaryStatistics()
                                            .faultStatistics()
                                            .totalCount())
                                    .isEqualTo(12);
                        }));
        CALLS.put(
                "putTelemetryRecords",
                x -> assertThat(x.putTelemetryRecords(r -> r.telemetryRecords(
                                        t -> t.timestamp(NOON).segmentsReceivedCount(1)))
                                .sdkHttpResponse()
                                .isSuccessful())
                        .isTrue());
    }

    private static List<InsightSummary> insights(XRayClient x) {
        return x.getInsightSummaries(r -> r.groupName("Default").startTime(NOON).endTime(LATER))
                .insightSummaries();
    }

    private static void insights() {
        CALLS.put(
                "getInsightSummaries",
                x -> assertThat(insights(x)).singleElement().satisfies(insight -> {
                    assertThat(insight.rootCauseServiceId().name()).isEqualTo("mail");
                    assertThat(insight.stateAsString()).isEqualTo("ACTIVE");
                    assertThat(insight.categoriesAsStrings()).containsExactly("FAULT");
                    assertThat(insight.lastUpdateTime()).isAfterOrEqualTo(NOON);
                }));
        CALLS.put("getInsight", x -> {
            var insight = x.getInsight(r -> r.insightId(insights(x).get(0).insightId()))
                    .insight();
            assertThat(insight.groupName()).isEqualTo("Default");
            assertThat(insight.endTime()).isNull();
            assertThat(insight.rootCauseServiceRequestImpactStatistics().faultCount())
                    .isEqualTo(12);
            assertThat(insight.clientRequestImpactStatistics().totalCount()).isEqualTo(12);
        });
        CALLS.put(
                "getInsightEvents",
                x -> assertThat(x.getInsightEvents(
                                        r -> r.insightId(insights(x).get(0).insightId()))
                                .insightEvents())
                        .isNotEmpty()
                        .first()
                        .satisfies(event -> assertThat(event.summary()).startsWith("Began: mail failed")));
        CALLS.put("getInsightImpactGraph", x -> {
            var graph = x.getInsightImpactGraph(r ->
                    r.insightId(insights(x).get(0).insightId()).startTime(NOON).endTime(LATER));
            assertThat(graph.services()).extracting(service -> service.name()).containsOnly("mail");
            assertThat(graph.services()).hasSize(2);
            assertThat(graph.serviceGraphStartTime()).isEqualTo(NOON);
        });
    }

    private static void groupsAndTags() {
        CALLS.put("createGroup", x -> {
            var group = x.createGroup(r -> r.groupName("created")
                            .filterExpression("fault")
                            .tags(t -> t.key("team").value("shop")))
                    .group();
            assertThat(group.groupARN()).matches("arn:aws:xray:us-east-1:000000000000:group/created/[A-Z2-7]{52}");
            assertThat(group.insightsConfiguration().insightsEnabled()).isFalse();
        });
        CALLS.put(
                "getGroup",
                x -> assertThat(x.getGroup(r -> r.groupName("Default")).group().groupARN())
                        .endsWith(":group/Default"));
        CALLS.put("getGroups", x -> assertThat(x.getGroups(r -> {}).groups()).isNotEmpty());
        CALLS.put("updateGroup", x -> {
            x.createGroup(r -> r.groupName("updated").filterExpression("fault"));
            assertThat(x.updateGroup(r -> r.groupName("updated").filterExpression("error"))
                            .group()
                            .filterExpression())
                    .isEqualTo("error");
        });
        CALLS.put("deleteGroup", x -> {
            String arn = x.createGroup(r -> r.groupName("deleted").filterExpression("fault"))
                    .group()
                    .groupARN();
            x.deleteGroup(r -> r.groupARN(arn));
            assertThat(x.getGroups(r -> {}).groups())
                    .extracting(group -> group.groupName())
                    .doesNotContain("deleted");
        });
        CALLS.put("tagResource", x -> {
            String arn = x.createGroup(r -> r.groupName("tagged").filterExpression("fault"))
                    .group()
                    .groupARN();
            x.tagResource(r -> r.resourceARN(arn).tags(t -> t.key("a").value("1")));
            assertThat(x.listTagsForResource(r -> r.resourceARN(arn)).tags()).hasSize(1);
        });
        CALLS.put("untagResource", x -> {
            String arn = x.createGroup(r -> r.groupName("untagged")
                            .filterExpression("fault")
                            .tags(t -> t.key("a").value("1")))
                    .group()
                    .groupARN();
            x.untagResource(r -> r.resourceARN(arn).tagKeys("a"));
            assertThat(x.listTagsForResource(r -> r.resourceARN(arn)).tags()).isEmpty();
        });
        CALLS.put(
                "listTagsForResource",
                x -> assertThat(x.listTagsForResource(
                                        r -> r.resourceARN("arn:aws:xray:us-east-1:000000000000:sampling-rule/Default"))
                                .tags())
                        .isEmpty());
    }

    private static SamplingRule.Builder rule(SamplingRule.Builder rule, String name) {
        return rule.ruleName(name)
                .resourceARN("*")
                .priority(10)
                .fixedRate(0.5)
                .reservoirSize(4)
                .serviceName("*")
                .serviceType("*")
                .host("*")
                .httpMethod("*")
                .urlPath("*")
                .version(1);
    }

    private static void sampling() {
        CALLS.put(
                "createSamplingRule",
                x -> assertThat(x.createSamplingRule(r -> r.samplingRule(s -> rule(s, "created")))
                                .samplingRuleRecord()
                                .createdAt())
                        .isAfterOrEqualTo(NOON));
        CALLS.put(
                "getSamplingRules",
                x -> assertThat(x.getSamplingRules(r -> {}).samplingRuleRecords())
                        .extracting(record -> record.samplingRule().ruleName())
                        .contains("Default"));
        CALLS.put(
                "updateSamplingRule",
                x -> assertThat(x.updateSamplingRule(r -> r.samplingRuleUpdate(
                                        u -> u.ruleName("Default").fixedRate(0.75)))
                                .samplingRuleRecord()
                                .samplingRule()
                                .fixedRate())
                        .isEqualTo(0.75));
        CALLS.put("deleteSamplingRule", x -> {
            x.createSamplingRule(r -> r.samplingRule(s -> rule(s, "deleted")));
            assertThat(x.deleteSamplingRule(r -> r.ruleName("deleted"))
                            .samplingRuleRecord()
                            .samplingRule()
                            .ruleName())
                    .isEqualTo("deleted");
        });
        CALLS.put(
                "getSamplingTargets",
                x -> assertThat(x.getSamplingTargets(r -> r.samplingStatisticsDocuments(d -> d.ruleName("none")
                                        .clientID("123456789012345678901234")
                                        .timestamp(NOON)
                                        .requestCount(1)
                                        .sampledCount(1)))
                                .unprocessedStatistics())
                        .singleElement()
                        .satisfies(unknown -> assertThat(unknown.message()).isEqualTo("Unknown rule")));
        CALLS.put(
                "getSamplingStatisticSummaries",
                x -> assertThat(x.getSamplingStatisticSummaries(r -> {}).samplingStatisticSummaries())
                        .isEmpty());
    }

    private static void settings() {
        CALLS.put(
                "getEncryptionConfig",
                x -> assertThat(x.getEncryptionConfig(r -> {})
                                .encryptionConfig()
                                .statusAsString())
                        .isEqualTo("ACTIVE"));
        CALLS.put(
                "putEncryptionConfig",
                x -> assertThat(x.putEncryptionConfig(
                                        r -> r.type(EncryptionType.KMS).keyId("alias/key"))
                                .encryptionConfig()
                                .keyId())
                        .isEqualTo("alias/key"));
        CALLS.put(
                "putResourcePolicy",
                x -> assertThat(x.putResourcePolicy(r -> r.policyName("put").policyDocument(POLICY))
                                .resourcePolicy()
                                .policyRevisionId())
                        .isEqualTo("1"));
        CALLS.put("deleteResourcePolicy", x -> {
            x.putResourcePolicy(r -> r.policyName("deleted").policyDocument(POLICY));
            x.deleteResourcePolicy(r -> r.policyName("deleted").policyRevisionId("1"));
        });
        CALLS.put("listResourcePolicies", x -> {
            x.putResourcePolicy(r -> r.policyName("listed").policyDocument(POLICY));
            assertThat(x.listResourcePolicies(r -> {}).resourcePolicies())
                    .filteredOn(policy -> policy.policyName().equals("listed"))
                    .singleElement()
                    .satisfies(policy -> assertThat(policy.policyDocument()).isEqualTo(POLICY));
        });
        CALLS.put(
                "getIndexingRules",
                x -> assertThat(x.getIndexingRules(r -> {}).indexingRules())
                        .singleElement()
                        .satisfies(rule -> assertThat(rule.name()).isEqualTo("Default")));
        CALLS.put(
                "updateIndexingRule",
                x -> assertThat(x.updateIndexingRule(r -> r.name("Default")
                                        .rule(u -> u.probabilistic(p -> p.desiredSamplingPercentage(5.0))))
                                .indexingRule()
                                .rule()
                                .probabilistic()
                                .desiredSamplingPercentage())
                        .isEqualTo(5.0));
        CALLS.put(
                "getTraceSegmentDestination",
                x -> assertThat(x.getTraceSegmentDestination(r -> {}).statusAsString())
                        .isEqualTo("ACTIVE"));
        CALLS.put("updateTraceSegmentDestination", x -> {
            x.updateTraceSegmentDestination(r -> r.destination(TraceSegmentDestination.CLOUD_WATCH_LOGS));
            assertThat(x.getTraceSegmentDestination(r -> {}).destination())
                    .isEqualTo(TraceSegmentDestination.CLOUD_WATCH_LOGS);
        });
    }

    private static String retrieval(XRayClient x) {
        Instant start = Instant.ofEpochSecond((long) Doc.EPOCH);
        return x.startTraceRetrieval(r -> r.traceIds(TRACE, "1-00000000-000000000000000000000000")
                        .startTime(start)
                        .endTime(start.plusSeconds(1)))
                .retrievalToken();
    }

    private static void retrieval() {
        CALLS.put("startTraceRetrieval", x -> assertThat(retrieval(x)).isNotEmpty());
        CALLS.put("listRetrievedTraces", x -> {
            var answer = x.listRetrievedTraces(r -> r.retrievalToken(retrieval(x)));
            assertThat(answer.retrievalStatus()).isEqualTo(RetrievalStatus.COMPLETE);
            assertThat(answer.traces()).singleElement().satisfies(trace -> {
                assertThat(trace.id()).isEqualTo(TRACE);
                assertThat(trace.spans()).hasSize(2);
            });
        });
        CALLS.put(
                "getRetrievedTracesGraph",
                x -> assertThat(x.getRetrievedTracesGraph(r -> r.retrievalToken(retrieval(x)))
                                .services())
                        .extracting(service -> service.service().name())
                        .contains("front", "back"));
        CALLS.put("cancelTraceRetrieval", x -> {
            String token = retrieval(x);
            x.cancelTraceRetrieval(r -> r.retrievalToken(token));
            assertThat(x.listRetrievedTraces(r -> r.retrievalToken(token)).retrievalStatus())
                    .isEqualTo(RetrievalStatus.CANCELLED);
        });
    }

    static Set<String> operations() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(XRayClient.class.getMethods())
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Response"))
                .forEach(method -> names.add(method.getName()));
        return names;
    }

    @Test
    void clientsOperations_areTheOnesCalledHere() {
        assertThat(CALLS.keySet()).containsExactlyElementsOf(operations()).hasSize(38);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_answers(String operation) {
        Set<String> called = new HashSet<>();
        CALLS.getOrDefault(operation, client -> {}).accept(recording(called));
        assertThat(called).contains(operation);
    }

    private static XRayClient recording(Set<String> called) {
        return (XRayClient) Proxy.newProxyInstance(
                XRayClient.class.getClassLoader(), new Class<?>[] {XRayClient.class}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return invoke(method, arguments);
                });
    }

    private static Object invoke(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(xray, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

package com.anycompany.xray.local.operation;

import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.GetInsightSummariesRequest;
import software.amazon.awssdk.services.xray.model.GetInsightSummariesResponse;
import software.amazon.awssdk.services.xray.model.InsightState;
import software.amazon.awssdk.services.xray.model.InsightSummary;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;

/** Two incidents, one of them over, asked for through the SDK. */
class InsightOperationsTests {

    private static final Instant NOON = Instant.ofEpochSecond(1_480_680_000);
    private static final SettableClock CLOCK = new SettableClock(NOON);
    private static TestServer server;
    private static XRayClient xray;
    private static int traces;

    @BeforeAll
    static void start() {
        server = new TestServer(CLOCK);
        xray = server.client();
        xray.updateGroup(r -> r.groupName("Default")
                .insightsConfiguration(i -> i.insightsEnabled(true).notificationsEnabled(true)));
        fail("mail");
        awaitInsights(1, 0);
        awaitInsights(1, 1);
        fail("search");
        awaitInsights(2, 1);
    }

    /** Lets time pass until there are so many insights, and so many of them over. */
    private static void awaitInsights(int all, int closed) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            CLOCK.advance(Duration.ofSeconds(10));
            List<InsightSummary> found = summaries(request -> request).insightSummaries();
            return found.size() == all
                    && found.stream()
                                    .filter(each -> each.state() == InsightState.CLOSED)
                                    .count()
                            == closed;
        });
    }

    private static void fail(String service) {
        for (int i = 0; i < 12; i++) {
            String trace = "1-58406520-%024x".formatted(++traces);
            Doc call = remote(service).status(500);
            List<String> documents = List.of(
                    segment("front").trace(trace).with(call).json(),
                    segment(service).trace(trace).calledBy(call).status(500).json());
            xray.putTraceSegments(r -> r.traceSegmentDocuments(documents));
        }
    }

    @AfterAll
    static void stop() {
        xray.close();
        server.close();
    }

    private static GetInsightSummariesResponse summaries(UnaryOperator<GetInsightSummariesRequest.Builder> more) {
        return xray.getInsightSummaries(more.apply(GetInsightSummariesRequest.builder()
                        .groupName("Default")
                        .startTime(NOON.minusSeconds(60))
                        .endTime(NOON.plusSeconds(3600)))
                .build());
    }

    private static InsightSummary latest() {
        return summaries(r -> r).insightSummaries().get(0);
    }

    @Test
    void summaries_comeTheLatestFirst_pageByPage() {
        List<String> causes = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            GetInsightSummariesResponse page = summaries(r -> r.maxResults(1).nextToken(from));
            assertThat(page.insightSummaries()).hasSize(1);
            causes.add(page.insightSummaries().get(0).rootCauseServiceId().name());
            token = page.nextToken();
        } while (token != null);
        assertThat(causes).containsExactly("search", "mail");
    }

    /** What Grafana's X-Ray data source needs (xray-differences B1, cases/30-insight-summary-one-sentence). */
    @Test
    void summary_isTwoSentences() {
        assertThat(summaries(r -> r).insightSummaries())
                .hasSize(2)
                .allSatisfy(insight -> assertThat(insight.summary())
                        .matches(insight.rootCauseServiceId().name()
                                + " failed [^.]+\\. Of the clients' requests [^.]+\\."));
    }

    @Test
    void states_selectSummaries() {
        assertThat(summaries(r -> r.states(InsightState.CLOSED)).insightSummaries())
                .singleElement()
                .satisfies(closed -> {
                    assertThat(closed.rootCauseServiceId().name()).isEqualTo("mail");
                    assertThat(closed.endTime()).isAfter(closed.startTime());
                });
        assertThat(summaries(r -> r.states(InsightState.ACTIVE)).insightSummaries())
                .singleElement()
                .satisfies(active -> assertThat(active.endTime()).isNull());
    }

    @Test
    void timeFrame_selectsWhatItTouches() {
        Instant start = latest().startTime();
        assertThat(summaries(r -> r.startTime(NOON.minusSeconds(600)).endTime(NOON))
                        .insightSummaries())
                .isEmpty();
        assertThat(summaries(r -> r.startTime(start.plusSeconds(1))).insightSummaries())
                .extracting(each -> each.rootCauseServiceId().name())
                .containsExactly("search");
    }

    @Test
    void handledFailure_isSaidNotToReachTheClient() {
        var insight = xray.getInsight(r -> r.insightId(latest().insightId())).insight();
        assertThat(insight.rootCauseServiceRequestImpactStatistics().faultCount())
                .isEqualTo(12);
        assertThat(insight.clientRequestImpactStatistics().okCount()).isEqualTo(12);
        assertThat(insight.clientRequestImpactStatistics().faultCount()).isZero();
        assertThat(insight.topAnomalousServices())
                .extracting(each -> each.serviceId().name())
                .containsExactly("search");
    }

    @Test
    void impactGraph_leadsFromTheClientToTheRootCause_andNowhereElse() {
        var graph = xray.getInsightImpactGraph(
                r -> r.insightId(latest().insightId()).startTime(NOON).endTime(NOON.plusSeconds(3600)));
        assertThat(graph.services())
                .extracting(each -> each.name() + " " + each.type())
                .containsExactlyInAnyOrder("front client", "front null", "search null");
        assertThat(graph.services())
                .filteredOn(each -> each.name().equals("front") && each.type() == null)
                .singleElement()
                .satisfies(front -> assertThat(front.edges()).hasSize(1));
    }

    @Test
    void events_comeInOrder_pageByPage() {
        String closed = summaries(r -> r.states(InsightState.CLOSED))
                .insightSummaries()
                .get(0)
                .insightId();
        var first = xray.getInsightEvents(r -> r.insightId(closed).maxResults(1));
        assertThat(first.insightEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.summary()).startsWith("Began"));
        var rest = xray.getInsightEvents(r -> r.insightId(closed).nextToken(first.nextToken()));
        assertThat(rest.nextToken()).isNull();
        assertThat(rest.insightEvents())
                .last()
                .satisfies(event -> assertThat(event.summary()).startsWith("Over"));
    }

    @Test
    void notifications_standOnTheTimeAxis() {
        assertThat(server.get("/local/events").body())
                .contains("\"type\":\"insight\"", "Insight: mail", "Insight over: mail", "Insight: search");
    }

    @Test
    void wrongQuestions_areExplained() {
        assertThatThrownBy(() -> xray.getInsight(r -> r.insightId("6f1cfd4d-4f6b-4c2b-9a3e-0f1c2d3e4f50")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Insight not found");
        assertThatThrownBy(() -> summaries(r -> r.groupName("none"))).hasMessageContaining("Group not found");
        assertThatThrownBy(() -> summaries(r -> r.groupName(null))).hasMessageContaining("GroupName or GroupARN");
        assertThatThrownBy(() -> summaries(r -> r.maxResults(101)))
                .hasMessageContaining("value less than or equal to 100");
        assertThatThrownBy(() -> summaries(r -> r.nextToken("x"))).hasMessageContaining("Invalid token x");
        assertThatThrownBy(() -> summaries(r -> r.statesWithStrings("OPEN"))).hasMessageContaining("[ACTIVE, CLOSED]");
        assertThatThrownBy(() -> xray.getInsightEvents(
                        r -> r.insightId(latest().insightId()).maxResults(51)))
                .hasMessageContaining("value less than or equal to 50");
        assertThatThrownBy(() -> xray.getInsightImpactGraph(
                        r -> r.insightId(latest().insightId()).startTime(NOON).endTime(NOON.plusSeconds(7 * 3600))))
                .hasMessageContaining("Time range cannot be longer than 6 hours");
    }
}

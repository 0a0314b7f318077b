package com.anycompany.xray.local.insight;

import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceStore;
import com.anycompany.xray.local.trace.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Minutes of traffic, good and bad, and what is made of them; time is what the test says it is. */
class InsightsTests {

    private static final int NOON = 1_480_680_000;

    private final Groups groups = new Groups();
    private final TraceStore store = new TraceStore(new StoreOptions(64 << 20, Duration.ofHours(24)), groups);
    private final List<Insight> told = new ArrayList<>();
    private final Insights insights = new Insights(groups, store::serviceGraph, (group, insight) -> told.add(insight));
    private int traces;

    @BeforeEach
    void enable() {
        groups.setInsights(Group.DEFAULT, true, false);
    }

    @Test
    void healthyTraffic_opensNothing() {
        for (int minute = 0; minute < 30; minute++) {
            traffic(minute, 20, minute % 3);
            look(minute, 59);
        }
        assertThat(insights.all()).isEmpty();
    }

    @Test
    void faultsOfADependency_openAnInsight_whoseRootCauseIsTheDependency() {
        healthy(0, 5);
        traffic(5, 20, 12);
        look(5, 40);
        assertThat(insights.all()).singleElement().satisfies(insight -> {
            assertThat(insight.isActive()).isTrue();
            assertThat(insight.rootCause()).isEqualTo(new NodeId("Orders", "AWS::DynamoDB::Table", null));
            assertThat(insight.topAnomalous()).extracting(NodeId::name).contains("front", "orders", "Orders");
            assertThat(insight.rootCauseImpact()).isEqualTo(new Impact(12, 8, 20));
            assertThat(insight.clients()).isEqualTo(new Impact(12, 8, 20));
            assertThat(insight.startMillis()).isEqualTo(millis(5, 0));
            assertThat(insight.summary()).contains("Orders failed 12 of 20 requests (60 %)");
        });
        assertThat(told).hasSize(1);
    }

    @Test
    void currentMinute_isCountedOnce_howeverOftenItIsLookedAt() {
        healthy(0, 5);
        traffic(5, 20, 12);
        look(5, 20);
        look(5, 40);
        look(5, 59);
        look(6, 10);
        look(6, 20);
        traffic(6, 10, 10);
        look(6, 59);
        assertThat(insights.all())
                .singleElement()
                .satisfies(insight -> assertThat(insight.rootCauseImpact()).isEqualTo(new Impact(22, 8, 30)));
    }

    @Test
    void insight_closesAfterThreeQuietMinutes_andEndedWithItsLastBadOne() {
        healthy(0, 5);
        bad(5, 8);
        healthy(8, 10);
        look(10, 30);
        assertThat(insights.all())
                .singleElement()
                .satisfies(insight -> assertThat(insight.isActive()).isTrue());
        healthy(10, 12);
        assertThat(insights.all()).singleElement().satisfies(insight -> {
            assertThat(insight.isActive()).isFalse();
            assertThat(insight.startMillis()).isEqualTo(millis(5, 0));
            assertThat(insight.endMillis()).isEqualTo(millis(8, 0));
            assertThat(insight.rootCauseImpact()).isEqualTo(new Impact(36, 24, 60));
            assertThat(insight.events())
                    .extracting(InsightEvent::summary)
                    .satisfiesExactly(
                            began -> assertThat(began).startsWith("Began"),
                            on -> assertThat(on).startsWith("Goes on"),
                            on -> assertThat(on).startsWith("Goes on"),
                            on -> assertThat(on).startsWith("Goes on"),
                            over -> assertThat(over).startsWith("Over"));
        });
        assertThat(told).extracting(Insight::isActive).containsExactly(true, false);
    }

    @Test
    void nextIncident_isAnotherInsight_theLatestFirst() {
        healthy(0, 5);
        bad(5, 6);
        healthy(6, 12);
        bad(12, 13);
        look(13, 10);
        assertThat(insights.all())
                .hasSize(2)
                .first()
                .satisfies(insight -> assertThat(insight.isActive()).isTrue());
    }

    @Test
    void failuresThatHaveNothingToDoWithEachOther_areTwoInsights() {
        healthy(0, 5);
        for (int i = 0; i < 12; i++) {
            add(5, segment("mail").status(500));
            add(5, segment("front").with(remote("search").status(500)));
        }
        look(5, 59);
        assertThat(insights.all())
                .extracting(insight -> insight.rootCause().name())
                .containsExactlyInAnyOrder("mail", "search");
    }

    @Test
    void rootCauseThatTurnsOutToLieDeeper_moves() {
        healthy(0, 5);
        for (int i = 0; i < 12; i++) {
            add(5, segment("front").status(500));
        }
        look(5, 59);
        look(6, 4);
        bad(6, 7);
        assertThat(insights.all()).singleElement().satisfies(insight -> {
            assertThat(insight.rootCause().name()).isEqualTo("Orders");
            assertThat(insight.events()).extracting(InsightEvent::summary).contains("The root cause is now Orders");
        });
    }

    @Test
    void groupOfItsOwn_seesItsOwnTracesOnly() {
        groups.setInsights(Group.DEFAULT, false, false);
        groups.create("mail", "service(\"mail\")", true, false);
        for (int i = 0; i < 12; i++) {
            add(5, segment("mail").status(500));
            add(5, segment("front").status(500));
        }
        look(5, 59);
        assertThat(insights.all()).singleElement().satisfies(insight -> {
            assertThat(insight.groupName()).isEqualTo("mail");
            assertThat(insight.rootCause().name()).isEqualTo("mail");
        });
    }

    @Test
    void switchingInsightsOff_endsThem_deletingTheGroupForgetsThem() {
        Group mail = groups.create("mail", "service(\"mail\")", true, false);
        for (int i = 0; i < 12; i++) {
            add(5, segment("mail").status(500));
        }
        look(5, 59);
        assertThat(insights.all()).hasSize(2);
        groups.setInsights("mail", false, false);
        look(6, 30);
        assertThat(insights.all())
                .filteredOn(insight -> insight.groupName().equals("mail"))
                .singleElement()
                .satisfies(insight -> assertThat(insight.isActive()).isFalse());
        groups.delete(mail, store::forgetGroup);
        look(6, 40);
        assertThat(insights.all()).extracting(Insight::groupName).containsExactly("Default");
    }

    @Test
    void insightsSwitchedOnLate_knowTheHourBefore() {
        groups.setInsights(Group.DEFAULT, false, false);
        for (int minute = 0; minute < 10; minute++) {
            traffic(minute, 20, 4);
        }
        groups.setInsights(Group.DEFAULT, true, false);
        look(10, 0);
        traffic(10, 20, 6);
        look(10, 59);
        assertThat(insights.all()).isEmpty();
        traffic(11, 20, 18);
        look(11, 59);
        assertThat(insights.all()).hasSize(1);
    }

    @Test
    void clockThatJumpsBack_doesNotStopTheWatch() {
        healthy(60, 65);
        look(0, 0);
        bad(1, 2);
        look(1, 59);
        assertThat(insights.all()).hasSize(1);
    }

    private void healthy(int from, int until) {
        for (int minute = from; minute < until; minute++) {
            traffic(minute, 20, 0);
            look(minute, 59);
            look(minute + 1, 5);
        }
    }

    private void bad(int from, int until) {
        for (int minute = from; minute < until; minute++) {
            traffic(minute, 20, 12);
            look(minute, 59);
            look(minute + 1, 5);
        }
    }

    /** Requests to front, which calls orders, which reads a table; the first of them fail all the way down. */
    private void traffic(int minute, int requests, int faults) {
        for (int i = 0; i < requests; i++) {
            int status = i < faults ? 500 : 200;
            Doc call = remote("orders").status(status);
            add(
                    minute,
                    segment("front").status(status).with(call),
                    segment("orders")
                            .calledBy(call)
                            .status(status)
                            .with(table("Orders").status(status)));
        }
    }

    private void add(int minute, Doc... documents) {
        String id = "1-58406520-%024x".formatted(++traces);
        List<SegmentDocument> parsed = new ArrayList<>();
        for (Doc document : documents) {
            parsed.add(document.trace(id).parse());
        }
        store.add(parsed, millis(minute, 15));
    }

    private void look(int minute, int second) {
        insights.evaluate(millis(minute, second));
    }

    private static long millis(int minute, int second) {
        return (NOON + minute * 60L + second) * 1000;
    }
}

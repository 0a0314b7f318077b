package com.anycompany.xray.local.trace;

import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static com.anycompany.xray.local.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.segment.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceSummaryTests {

    private final Doc call = remote("back").took(1.5).status(503);
    private final Doc front = segment("front").took(2).status(200).with(call);
    private final Doc back = segment("back")
            .calledBy(call)
            .at(0.5)
            .took(6.5)
            .status(500)
            .exception("IOException", "broken pipe")
            .with(table("Orders").at(1).status(429));
    private final TraceSummary recorded = TraceSummary.of(trace(front, back));

    @Test
    void durationCountsAsynchronousWork_responseTimeIsTheRoots() {
        assertThat(recorded.duration()).isEqualTo(7_000_000);
        assertThat(recorded.responseTime()).isEqualTo(2_000_000);
    }

    @Test
    void services_areInTheOrderOfTheCalls_whateverArrivedFirst() {
        assertThat(TraceSummary.of(trace(back, front)).services())
                .extracting(NodeId::name)
                .containsExactly("front", "front", "back", "Orders");
    }

    @Test
    void handledFailure_isNoneOfTheTrace() {
        assertThat(Outcome.values()).filteredOn(recorded::has).containsExactly(Outcome.OK);
    }

    @Test
    void faultIsBlamedOnTheServiceThatThrew_andDidNotReachTheClient() {
        assertThat(recorded.rootCauses().faults()).singleElement().satisfies(cause -> {
            assertThat(cause.clientImpacting()).isFalse();
            assertThat(cause.services()).singleElement().satisfies(service -> {
                assertThat(service.id().name()).isEqualTo("back");
                assertThat(service.path())
                        .singleElement()
                        .satisfies(step ->
                                assertThat(step.exceptions()).extracting("type").containsExactly("IOException"));
            });
        });
    }

    @Test
    void throttle_isAnErrorOfTheInferredService() {
        assertThat(recorded.rootCauses().errors()).singleElement().satisfies(cause -> {
            assertThat(cause.clientImpacting()).isFalse();
            assertThat(cause.services()).singleElement().satisfies(service -> {
                assertThat(service.id()).isEqualTo(new NodeId("Orders", "AWS::DynamoDB::Table", null));
                assertThat(service.inferred()).isTrue();
            });
        });
    }

    @Test
    void responseTime_followsTheLongestChild_notBeyondTheRoot() {
        assertThat(recorded.rootCauses().responseTimes()).singleElement().satisfies(cause -> {
            assertThat(cause.clientImpacting()).isTrue();
            assertThat(cause.services())
                    .singleElement()
                    .satisfies(service -> assertThat(service.path())
                            .containsExactly(
                                    new RootCause.Step("front", false, 1, List.of()),
                                    new RootCause.Step("back", true, 0.75, List.of())));
        });
    }

    @Test
    void childOfExactlyHalf_doesNotQualify() {
        assertThat(TraceSummary.of(trace(segment("a").took(2).with(local("b").took(1))))
                        .rootCauses()
                        .responseTimes())
                .isEmpty();
    }

    @Test
    void slowTable_isAServiceOfItsOwnOnThePath() {
        assertThat(TraceSummary.of(
                                trace(segment("a").took(1).with(table("Carts").took(0.9))))
                        .rootCauses()
                        .responseTimes())
                .singleElement()
                .satisfies(cause -> assertThat(cause.services())
                        .extracting(RootCause.Service::inferred)
                        .containsExactly(false, true));
    }

    @Test
    void bareFlagOnALeaf_explainsNothing() {
        assertThat(TraceSummary.of(trace(segment("a").status(500))).rootCauses().faults())
                .isEmpty();
    }

    @Test
    void failureThatReachesTheRoot_impactsTheClient() {
        Doc failing = remote("back").status(500);
        TraceSummary summary = TraceSummary.of(trace(
                segment("front").status(500).with(failing),
                segment("back").calledBy(failing).status(500).exception("E", "m")));
        assertThat(summary.rootCauses().faults()).singleElement().satisfies(cause -> {
            assertThat(cause.clientImpacting()).isTrue();
            assertThat(cause.services())
                    .extracting(service -> service.id().name())
                    .containsExactly("front", "back");
        });
    }

    @Test
    void services_includeClientAndInferredOnes() {
        assertThat(recorded.services())
                .containsExactlyInAnyOrder(
                        new NodeId("front", null, null),
                        new NodeId("front", "client", null),
                        new NodeId("back", null, null),
                        new NodeId("Orders", "AWS::DynamoDB::Table", null));
    }

    @Test
    void throttledRoot_isThrottledNotInError() {
        TraceSummary summary = TraceSummary.of(
                trace(segment("a").status(429).put("error", true).put("throttle", true)));
        assertThat(summary.has(Outcome.THROTTLE)).isTrue();
        assertThat(summary.has(Outcome.ERROR)).isFalse();
    }

    @Test
    void runningRoot_hasNeitherDurationNorResponseTime_andIsPartial() {
        TraceSummary summary = TraceSummary.of(trace(segment("a").inProgress()));
        assertThat(summary.duration()).isNull();
        assertThat(summary.responseTime()).isNull();
        assertThat(summary.partial()).isTrue();
    }

    @Test
    void segmentWhoseCallerIsMissing_leavesTheTraceWithoutEntryPoint() {
        TraceSummary summary = TraceSummary.of(trace(segment("back").calledBy(remote("lost"))));
        assertThat(summary.root()).isNull();
        assertThat(summary.partial()).isTrue();
        assertThat(summary.duration()).isEqualTo(100_000);
    }

    @Test
    void annotationsAndUsers_ofAnySegment_tellWhoSetThem() {
        TraceSummary summary = TraceSummary.of(trace(
                segment("a").put("annotations", Map.of("vip", true)).put("user", "ada"),
                segment("b").put("annotations", Map.of("age", 30, "bad key", "x", "nested", Map.of("a", 1)))));
        assertThat(summary.annotations())
                .containsOnlyKeys("vip", "age")
                .containsEntry("age", Map.of(30.0, Set.of(new NodeId("b", null, null))));
        assertThat(summary.users()).containsEntry("ada", Set.of(new NodeId("a", null, null)));
    }
}

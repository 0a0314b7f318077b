package com.anycompany.xray.local.operation;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;
import software.amazon.awssdk.services.xray.model.ResourceNotFoundException;
import software.amazon.awssdk.services.xray.model.TraceSegmentDestination;
import software.amazon.awssdk.services.xray.model.TraceSummary;
import software.amazon.awssdk.services.xray.model.XRayException;

class TransactionSearchOperationsTests {

    private static final Instant NOON = Instant.ofEpochSecond(1_480_680_000);
    /** When the segments say that they began. */
    private static final Instant START = Instant.ofEpochSecond((long) Doc.EPOCH);

    private static final int TRACES = 400;

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

    @Test
    void indexingRule_isReturnedAsItWasSet() {
        update("Default", 12.5);
        var rule = xray.getIndexingRules(r -> {}).indexingRules().get(0).rule().probabilistic();
        assertThat(rule.desiredSamplingPercentage()).isEqualTo(12.5);
        assertThat(rule.actualSamplingPercentage()).isEqualTo(12.5);
    }

    @Test
    void searchesAndGroups_seeTheIndexedShareOnly() {
        xray.createGroup(r -> r.groupName("shop").filterExpression("service(\"shop\")"));
        update("Default", 10);
        List<String> ids = IntStream.range(0, TRACES).mapToObj(this::put).toList();

        Set<String> found = found("");

        assertThat(found.size()).as("10 %% of %d".formatted(TRACES)).isBetween(TRACES / 20, TRACES * 3 / 20);
        assertThat(found("group.name = \"shop\"")).isEqualTo(found);
        assertThat(requests("shop")).isEqualTo(found.size());
        assertThat(requests("Default")).as("all traces").isEqualTo(TRACES);
        String hidden = ids.stream().filter(id -> !found.contains(id)).findAny().orElseThrow();
        assertThat(xray.batchGetTraces(r -> r.traceIds(hidden)).traces()).hasSize(1);
    }

    @Test
    void changedPercentage_holdsForTracesThatComeFromThenOn() {
        update("Default", 10);
        IntStream.range(0, TRACES).forEach(this::put);
        Set<String> tenth = found("");
        clock.advance(Duration.ofMillis(1));
        update("Default", 100);

        assertThat(found("")).as("nothing is indexed afterwards").isEqualTo(tenth);
        IntStream.range(TRACES, TRACES + 50).forEach(this::put);
        assertThat(found("")).hasSize(tenth.size() + 50).containsAll(tenth);

        clock.advance(Duration.ofMillis(1));
        update("Default", 0);
        put(TRACES + 50);
        assertThat(found("")).as("what is indexed stays so").hasSize(tenth.size() + 50);
    }

    /** The group counts it by the percentage of its first document's time, as searches do. */
    @Test
    void traceWithALateDocument_staysAsItWas() {
        xray.createGroup(r -> r.groupName("shop").filterExpression("service(\"shop\")"));
        update("Default", 0);
        String hidden = put(1);
        clock.advance(Duration.ofSeconds(5));
        update("Default", 100);

        String late = segment("shop").trace(hidden).json();
        xray.putTraceSegments(r -> r.traceSegmentDocuments(late));

        assertThat(found("")).isEmpty();
        assertThat(requests("shop")).isZero();
        assertThat(requests("Default")).isEqualTo(2);
    }

    private String put(int number) {
        String id = "1-58406520-%024x".formatted(number);
        String json = segment("shop").trace(id).json();
        xray.putTraceSegments(r -> r.traceSegmentDocuments(json));
        return id;
    }

    private Set<String> found(String filter) {
        return xray
                .getTraceSummariesPaginator(
                        r -> r.startTime(START).endTime(START.plusSeconds(60)).filterExpression(filter))
                .traceSummaries()
                .stream()
                .map(TraceSummary::id)
                .collect(Collectors.toSet());
    }

    private int requests(String group) {
        return xray
                .getServiceGraph(r -> r.groupName(group).startTime(NOON).endTime(NOON.plusSeconds(3600)))
                .services()
                .stream()
                .filter(service -> service.name().equals("shop") && !"client".equals(service.type()))
                .mapToInt(service -> service.summaryStatistics().totalCount().intValue())
                .sum();
    }

    @Test
    void unknownRuleAndImpossiblePercentage_areRefused() {
        assertThatThrownBy(() -> update("Other", 1)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> update("Default", 100.1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("between 0 and 100");
    }

    private void update(String name, double percentage) {
        xray.updateIndexingRule(
                r -> r.name(name).rule(u -> u.probabilistic(p -> p.desiredSamplingPercentage(percentage))));
    }

    @Test
    void destination_isXRay_untilItIsChanged() {
        assertThat(xray.getTraceSegmentDestination(r -> {}).destination()).isEqualTo(TraceSegmentDestination.X_RAY);
        xray.updateTraceSegmentDestination(r -> r.destination(TraceSegmentDestination.CLOUD_WATCH_LOGS));
        assertThat(xray.getTraceSegmentDestination(r -> {}).destination())
                .isEqualTo(TraceSegmentDestination.CLOUD_WATCH_LOGS);
        assertThatThrownBy(() -> xray.updateTraceSegmentDestination(r -> r.destination("S3")))
                .isInstanceOf(XRayException.class)
                .hasMessageContaining("Member must satisfy enum value set: [XRay, CloudWatchLogs]");
    }
}

package com.anycompany.xray.local.operation;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.GetServiceGraphResponse;
import software.amazon.awssdk.services.xray.model.Group;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;
import software.amazon.awssdk.services.xray.model.Tag;
import software.amazon.awssdk.services.xray.model.TooManyTagsException;

class GroupOperationsTests {

    private static final Instant NOON = Instant.ofEpochSecond(1_480_680_000);

    private final SettableClock clock = new SettableClock(NOON);
    private TestServer server;
    private XRayClient xray;
    private int traces;

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

    private void put(String service) {
        String json = segment(service)
                .trace("1-58406520-%024x".formatted(++traces))
                .status(500)
                .json();
        xray.putTraceSegments(r -> r.traceSegmentDocuments(json));
    }

    private Group create(String name, String expression) {
        return xray.createGroup(r -> r.groupName(name).filterExpression(expression))
                .group();
    }

    private GetServiceGraphResponse graph(String group) {
        return xray.getServiceGraph(r -> r.groupName(group).startTime(NOON).endTime(NOON.plusSeconds(3600)));
    }

    @Test
    void graphAndTimeSeriesOfAGroup_areOfItsTraces() {
        create("mail", "service(\"mail\")");
        put("mail");
        put("web");
        assertThat(graph("mail").services()).extracting(each -> each.name()).containsOnly("mail");
        assertThat(graph("Default").services()).extracting(each -> each.name()).contains("mail", "web");
        assertThat(xray.getTimeSeriesServiceStatistics(r -> r.groupName("mail")
                                .startTime(NOON)
                                .endTime(NOON.plusSeconds(60))
                                .entitySelectorExpression("service()"))
                        .timeSeriesServiceStatistics())
                .singleElement()
                .satisfies(
                        bucket -> assertThat(bucket.serviceSummaryStatistics().totalCount())
                                .isOne());
        assertThat(xray.getTraceSummaries(r -> r.timeRangeType("Event")
                                .startTime(NOON)
                                .endTime(NOON.plusSeconds(60))
                                .filterExpression("group.name = \"mail\" AND fault"))
                        .traceSummaries())
                .hasSize(1);
    }

    @Test
    void changedExpression_leavesOldTracesIn_andSaysSo() {
        String arn = create("some", "service(\"mail\")").groupARN();
        put("mail");
        assertThat(graph("some").containsOldGroupVersions()).isFalse();
        clock.advance(Duration.ofMinutes(10));
        xray.updateGroup(r -> r.groupARN(arn).filterExpression("service(\"web\")"));
        put("mail");
        put("web");
        assertThat(graph("some").containsOldGroupVersions()).isTrue();
        assertThat(graph("some").services()).hasSize(4);
        GetServiceGraphResponse since = xray.getServiceGraph(
                r -> r.groupARN(arn).startTime(NOON.plusSeconds(600)).endTime(NOON.plusSeconds(900)));
        assertThat(since.containsOldGroupVersions()).isFalse();
        assertThat(since.services()).extracting(each -> each.name()).containsOnly("web");
    }

    @Test
    void sameExpressionAgain_isNoNewVersion() {
        create("some", "service(\"mail\")");
        put("mail");
        clock.advance(Duration.ofMinutes(10));
        xray.updateGroup(r -> r.groupName("some").filterExpression("service(\"mail\")"));
        assertThat(graph("some").containsOldGroupVersions()).isFalse();
    }

    @Test
    void insights_areSwitchedApartFromTheExpression() {
        create("some", "fault");
        Group on = xray.updateGroup(r -> r.groupName("some")
                        .filterExpression("fault")
                        .insightsConfiguration(i -> i.insightsEnabled(true).notificationsEnabled(true)))
                .group();
        assertThat(on.filterExpression()).isEqualTo("fault");
        assertThat(on.insightsConfiguration().notificationsEnabled()).isTrue();
        Group off = xray.updateGroup(r -> r.groupName("some")
                        .filterExpression("fault")
                        .insightsConfiguration(i -> i.insightsEnabled(false)))
                .group();
        assertThat(off.insightsConfiguration().insightsEnabled()).isFalse();
        assertThat(off.insightsConfiguration().notificationsEnabled()).isFalse();
        assertThatThrownBy(() -> xray.updateGroup(r -> r.groupName("some")
                        .filterExpression("fault")
                        .insightsConfiguration(i -> i.notificationsEnabled(true))))
                .hasMessageContaining("NotificationsEnabled needs InsightsEnabled");
    }

    @Test
    void defaultGroup_canBeWatched_butNotFilteredOrDeleted() {
        xray.updateGroup(r -> r.groupName("Default").insightsConfiguration(i -> i.insightsEnabled(true)));
        assertThatThrownBy(() -> xray.updateGroup(r -> r.groupName("Default").filterExpression("ok")))
                .hasMessageContaining("cannot be modified");
        assertThatThrownBy(() -> xray.deleteGroup(r -> r.groupName("Default")))
                .hasMessageContaining("cannot be deleted");
        assertThatThrownBy(() -> create("Default", "ok")).hasMessageContaining("Default already exists");
    }

    @Test
    void mistakes_areExplained_andMakeNoGroup() {
        assertThatThrownBy(() -> create("a b", "ok")).hasMessageContaining("GroupName can contain");
        assertThatThrownBy(() -> create("bad", "nonsense >")).hasMessageContaining("column");
        assertThatThrownBy(() -> xray.getGroup(r -> r.groupName("none")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Group not found");
        assertThatThrownBy(() -> xray.getGroups(r -> r.nextToken("x")))
                .hasMessageContaining("Next Token not supported");
        List<Tag> tooMany = IntStream.range(0, 51)
                .mapToObj(i -> Tag.builder().key("k" + i).value("v").build())
                .toList();
        assertThatThrownBy(() -> xray.createGroup(
                        r -> r.groupName("tagged").filterExpression("ok").tags(tooMany)))
                .isInstanceOf(TooManyTagsException.class);
        assertThat(xray.getGroups(r -> {}).groups()).hasSize(1);
    }

    @Test
    void twentySixthGroup_isTooMuch_untilOneIsDeleted() {
        for (int i = 0; i < 25; i++) {
            create("group" + i, "ok");
        }
        assertThatThrownBy(() -> create("one-more", "ok")).hasMessageContaining("at most 25 groups");
        xray.deleteGroup(r -> r.groupName("group7"));
        create("one-more", "ok");
    }
}

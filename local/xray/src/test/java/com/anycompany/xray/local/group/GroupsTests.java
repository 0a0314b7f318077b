package com.anycompany.xray.local.group;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.filter.FilterLanguage;
import com.anycompany.xray.local.filter.InvalidFilter;
import com.anycompany.xray.local.filter.Subject;
import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.store.TraceStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Groups and the store together: who is in a group, since when, and what remains of it. */
class GroupsTests {

    private static final int NOON = 1_480_680_000;
    private static final long MILLIS = NOON * 1000L;

    private final Groups groups = new Groups();
    private final TraceStore store = new TraceStore(new StoreOptions(64 << 20, Duration.ofHours(1)), groups);

    @Test
    void groupsGraph_isOfTheTracesThatMatched() {
        Group slow = groups.create("slow", "responsetime > 1", false, false);
        add(1, 0, segment("web").took(2));
        add(2, 0, segment("web").took(0.5));
        add(3, 0, segment("api").took(0.5));
        assertThat(graph(slow)).extracting(ServiceGraph.Service::id).hasSize(2);
        assertThat(graph(slow).get(0).statistics().ok()).isOne();
        assertThat(graph(named("Default"))).hasSize(4);
    }

    @Test
    void changedExpression_decidesAboutNewTracesOnly() {
        groups.create("some", "service(\"web\")", false, false);
        add(1, 0, segment("web"));
        store.tidy(MILLIS + 5_000);
        groups.setFilter("some", "service(\"api\")", MILLIS + 60_000);
        add(2, 120, segment("api"));
        add(3, 120, segment("web"));
        assertThat(graph(named("some")))
                .extracting(service -> service.id().name())
                .contains("web", "api");
        assertThat(isIn("some", 1)).isTrue();
        assertThat(isIn("some", 2)).isTrue();
        assertThat(isIn("some", 3)).isFalse();
        assertThat(named("some").hadAnotherFilterAt(MILLIS)).isTrue();
        assertThat(named("some").hadAnotherFilterAt(MILLIS + 120_000)).isFalse();
    }

    @Test
    void lateDocument_decidesAnew() {
        Group faulty = groups.create("faulty", "service() { fault }", false, false);
        Doc call = Doc.remote("back");
        add(1, 0, segment("web").with(call));
        assertThat(graph(faulty)).isEmpty();
        add(1, 60, segment("back").calledBy(call).status(500));
        assertThat(graph(faulty)).extracting(service -> service.id().name()).contains("web", "back");
    }

    @Test
    void groupWithoutExpression_isEverythingFromNowOn() {
        add(1, 0, segment("web"));
        store.tidy(MILLIS + 5_000);
        groups.create("everything", null, false, false);
        add(2, 10, segment("api"));
        assertThat(graph(named("everything")))
                .extracting(service -> service.id().name())
                .containsOnly("api");
    }

    @Test
    void deletedGroup_leavesNothingToItsSuccessor() {
        long empty = store.usage().bytes();
        Group first = groups.create("first", "ok", false, false);
        add(1, 0, segment("web"), segment("web").inProgress());
        assertThat(isIn("first", 1)).isTrue();
        groups.delete(first, store::forgetGroup);
        Group second = groups.create("second", "fault", false, false);
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(graph(second)).isEmpty();
        assertThat(isIn("second", 1)).isFalse();
        store.tidy(MILLIS + Duration.ofHours(2).toMillis());
        assertThat(store.usage().traces()).isZero();
        assertThat(store.usage().bytes()).isEqualTo(empty);
    }

    @Test
    void evictedTrace_leavesItsGroups() {
        groups.create("all", null, false, false);
        add(1, 0, segment("web"));
        assertThat(graph(named("all"))).isNotEmpty();
        store.tidy(MILLIS + Duration.ofHours(2).toMillis());
        assertThat(graph(named("all"))).isEmpty();
    }

    @Test
    void expression_asksForGroupsByNameAndArn() {
        Group slow = groups.create("slow", "responsetime > 1", false, false);
        add(1, 0, segment("web").took(2));
        add(2, 0, segment("web").took(0.5));
        assertThat(matching("group.name = \"slow\"")).containsExactly(1);
        assertThat(matching("group.name != \"slow\"")).containsExactly(2);
        assertThat(matching("group.name = \"slow\" AND responsetime > 3")).isEmpty();
        assertThat(matching("group.arn = \"" + slow.arn() + "\"")).containsExactly(1);
        assertThat(matching("group.arn != \"" + slow.arn() + "\"")).containsExactly(2);
        assertThat(matching("group.name = \"Default\"")).containsExactly(1, 2);
        assertThat(matching("group.name != \"Default\"")).isEmpty();
    }

    @Test
    void unknownGroupAndWrongOperator_areExplained() {
        assertThatThrownBy(() -> matching("group.name = \"none\""))
                .isInstanceOf(InvalidFilter.class)
                .hasMessageContaining("column 14")
                .hasMessageContaining("there is no group with this name");
        assertThatThrownBy(() -> matching("group.name CONTAINS \"a\"")).hasMessageContaining("use = or !=");
        assertThatThrownBy(() -> matching("service() { group.name = \"Default\" }"))
                .hasMessageContaining("only at the top of a search");
    }

    @Test
    void groupsOwnExpression_cannotNameGroups() {
        assertThatThrownBy(() -> groups.create("a", "group.name = \"Default\"", false, false))
                .isInstanceOf(InvalidFilter.class)
                .hasMessageContaining("not in a group's own expression");
        assertThat(groups.named("a")).isEmpty();
    }

    private void add(int trace, int seconds, Doc... documents) {
        store.add(
                Stream.of(documents)
                        .map(document -> document.trace(id(trace)).parse())
                        .toList(),
                MILLIS + seconds * 1000L);
    }

    private static String id(int trace) {
        return "1-58406520-%024x".formatted(trace);
    }

    private Group named(String name) {
        return groups.named(name).orElseThrow();
    }

    private List<ServiceGraph.Service> graph(Group group) {
        return store.serviceGraph(group.number(), NOON - 600, NOON + 600).services();
    }

    private boolean isIn(String group, int trace) {
        return matching("group.name = \"" + group + "\"").contains(trace);
    }

    private List<Integer> matching(String expression) {
        var filter = new FilterLanguage(groups).compile(expression);
        store.serviceGraph(NOON, NOON + 1);
        return Stream.of(1, 2, 3)
                .filter(trace -> store.find(List.of(TraceId.parse(id(trace)))).stream()
                        .anyMatch(reading -> filter.matches(subject(reading))))
                .toList();
    }

    private static Subject subject(TraceSnapshot reading) {
        return new Subject(reading.assemble(), reading.groups());
    }
}

package com.anycompany.xray.local.graph;

import static com.anycompany.xray.local.Doc.aws;
import static com.anycompany.xray.local.Doc.local;
import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static com.anycompany.xray.local.Doc.table;
import static com.anycompany.xray.local.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.graph.Statistics.Bar;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceGraphsTests {

    private static final int NOON = 1_479_902_400;
    private static final String SENDER = "1-58406520-000000000000000000005e4d";

    private final Map<TraceId, AssembledTrace> linked = new HashMap<>();
    private static final TraceId ANY_ID = new TraceId(1, 1);

    private final ServiceGraphs graphs = new ServiceGraphs(Memberships.NONE, linked::get);

    @Test
    void unansweredCall_isANodeOfItsOwn() {
        add(NOON, segment("front").took(2).with(table("Carts").took(0.5).status(400)));
        ServiceGraph graph = graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1);
        assertThat(names(graph)).containsExactly("Carts AWS::DynamoDB::Table", "front null", "front client");
        ServiceGraph.Service front = service(graph, "front", null);
        assertThat(front.root()).isTrue();
        assertThat(front.state()).isEqualTo(ServiceGraph.State.ACTIVE);
        assertThat(front.statistics().ok()).isOne();
        assertThat(front.statistics().totalSeconds()).isEqualTo(2);
        ServiceGraph.Service carts = service(graph, "Carts", "AWS::DynamoDB::Table");
        assertThat(carts.state()).isEqualTo(ServiceGraph.State.UNKNOWN);
        assertThat(carts.root()).isFalse();
        assertThat(carts.statistics().error()).isOne();
        assertThat(front.edges()).singleElement().satisfies(edge -> {
            assertThat(edge.referenceId()).isEqualTo(carts.referenceId());
            assertThat(edge.statistics().error()).isOne();
            assertThat(edge.statistics().responseTimes()).containsExactly(new Bar(0.5, 1));
        });
    }

    @Test
    void clientOfARoot_bearsItsNameAndItsNumbers() {
        add(NOON, segment("front").took(2).status(500));
        ServiceGraph.Service client =
                service(graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1), "front", "client");
        assertThat(client.statistics().total()).isZero();
        assertThat(client.edges())
                .singleElement()
                .satisfies(edge -> assertThat(edge.statistics().fault()).isOne());
    }

    @Test
    void edge_isAsTheCallerSawIt_andNamesTheCalleeInItsWords() {
        Doc call = remote("back.example.com").took(1.5).status(503);
        add(
                NOON,
                segment("front").took(2).with(call),
                segment("back").calledBy(call).took(6.5));
        ServiceGraph graph = graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1);
        assertThat(names(graph)).containsExactly("back null", "front null", "front client");
        assertThat(service(graph, "back", null).statistics().responseTimes()).containsExactly(new Bar(6.5, 1));
        assertThat(service(graph, "front", null).edges()).singleElement().satisfies(edge -> {
            assertThat(edge.statistics().fault()).isOne();
            assertThat(edge.statistics().totalSeconds()).isEqualTo(1.5);
            assertThat(edge.aliases()).containsExactly("back.example.com");
        });
    }

    @Test
    void realSegmentThatComesLate_replacesTheInferredNode() {
        Doc call = remote("back");
        Doc front = segment("front").with(call);
        Observations before = add(NOON, front);
        assertThat(names(graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 99)))
                .contains("back remote");
        graphs.remove(before);
        graphs.add(
                ANY_ID,
                AssembledTrace.of(List.of(
                        front.part(NOON * 1000L), segment("back").calledBy(call).part(NOON * 1000L + 62_000))));
        ServiceGraph graph = graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 99);
        assertThat(names(graph)).containsExactly("back null", "front null", "front client");
        assertThat(graph.received()).isEqualTo(new ServiceGraph.Received(NOON, NOON + 62));
    }

    /** Recorded from AWS: selected by the time of receipt, but with the times of the documents (xray-differences A6). */
    @Test
    void times_areThoseOfTheDocuments() {
        Doc call = remote("back");
        add(
                NOON,
                segment("front").at(10.9).took(5).with(call),
                segment("back").calledBy(call).at(12.2).took(30));
        add(NOON + 40, segment("front").at(20.5).took(1));
        ServiceGraph graph = graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 60);
        int epoch = (int) Doc.EPOCH;
        ServiceGraph.Service front = service(graph, "front", null);
        assertThat(front.startSecond()).isEqualTo(epoch + 10);
        assertThat(front.endSecond()).isEqualTo(epoch + 21);
        assertThat(front.edges()).allSatisfy(edge -> {
            assertThat(edge.startSecond()).isEqualTo(epoch + 10);
            assertThat(edge.endSecond()).isEqualTo(epoch + 21);
        });
        assertThat(service(graph, "back", null).startSecond()).isEqualTo(epoch + 12);
        assertThat(service(graph, "back", null).endSecond()).isEqualTo(epoch + 13);
        assertThat(service(graph, "front", "client").startSecond()).isEqualTo(epoch + 10);
        assertThat(graph.startSecond()).isEqualTo(epoch + 10);
        assertThat(graph.endSecond()).isEqualTo(epoch + 21);
        assertThat(graphs.between(ServiceGraphs.ALL_TRACES, epoch, epoch + 60).isEmpty())
                .isTrue();
    }

    /** What a trace added to the times is taken away with it. */
    @Test
    void timesOfARemovedTrace_areForgotten() {
        Observations early = add(NOON, segment("front").at(1));
        add(NOON, segment("front").at(5));
        graphs.remove(early);
        assertThat(graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 60).startSecond())
                .isEqualTo((int) Doc.EPOCH + 5);
    }

    /** xray-differences D. */
    @Test
    void remoteServiceThatDoesNotReport_isPassive() {
        add(NOON, segment("front").with(remote("back"), table("Carts")));
        ServiceGraph graph = graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1);
        assertThat(service(graph, "back", "remote").state()).isEqualTo(ServiceGraph.State.PASSIVE);
        assertThat(service(graph, "Carts", "AWS::DynamoDB::Table").state()).isEqualTo(ServiceGraph.State.UNKNOWN);
        assertThat(service(graph, "front", null).state()).isEqualTo(ServiceGraph.State.ACTIVE);
        assertThat(service(graph, "front", "client").state()).isEqualTo(ServiceGraph.State.UNKNOWN);
    }

    @Test
    void asynchronousWork_lengthensTheDurationOnly() {
        add(NOON, segment("front").took(1).with(local("later").at(0.5).took(3)));
        Statistics front = service(graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1), "front", null)
                .statistics();
        assertThat(front.responseTimes()).containsExactly(new Bar(1, 1));
        assertThat(front.durations()).containsExactly(new Bar(3.5, 1));
    }

    @Test
    void segmentInProgress_addsNothing_norDoItsCalls() {
        add(NOON, segment("front").inProgress().with(table("Carts")));
        assertThat(graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1).isEmpty())
                .isTrue();
    }

    @Test
    void window_selectsBySecondOfReceipt_withinAMinuteToo() {
        add(NOON + 10, segment("a"));
        add(NOON + 20, segment("b"));
        assertThat(names(graphs.between(ServiceGraphs.ALL_TRACES, NOON + 11, NOON + 21)))
                .contains("b null")
                .doesNotContain("a null");
        assertThat(names(graphs.between(ServiceGraphs.ALL_TRACES, NOON + 10, NOON + 20)))
                .contains("a null")
                .doesNotContain("b null");
        assertThat(graphs.between(ServiceGraphs.ALL_TRACES, NOON + 21, NOON + 600)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whatIsTakenAway_leavesNothing() {
        long empty = graphs.bytes();
        Observations trace = add(NOON, segment("front").with(table("Carts"), remote("back")));
        graphs.remove(trace);
        assertThat(graphs.between(ServiceGraphs.ALL_TRACES, 0, Integer.MAX_VALUE)
                        .isEmpty())
                .isTrue();
        assertThat(graphs.bytes()).isEqualTo(empty);
    }

    @Test
    void tooManyDifferentTimes_areMerged_withoutLosingOne() {
        for (int i = 0; i < 1200; i++) {
            add(NOON, segment("front").took(0.001 * (i + 1)));
        }
        List<Bar> bars = service(graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1), "front", null)
                .statistics()
                .responseTimes();
        assertThat(bars).hasSizeBetween(100, 200);
        assertThat(bars.stream().mapToInt(Bar::count).sum()).isEqualTo(1200);
    }

    @Test
    void link_isAnEdgeOfItsOwnKind_withTheAgeOfWhatArrived() {
        Doc send = aws("SQS", "SendMessage", "queue_url", "http://q").at(0).took(0.2);
        linked.put(
                TraceId.parse(SENDER),
                trace(segment("shop").trace(SENDER).took(1).with(send)));
        add(NOON, segment("worker").at(5).took(2).put("links", links(SENDER, send.id())));
        ServiceGraph graph = graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1);
        ServiceGraph.Service queue = service(graph, "http://q", "AWS::SQS::Queue");
        assertThat(queue.edges()).singleElement().satisfies(edge -> {
            assertThat(edge.link()).isTrue();
            assertThat(edge.referenceId())
                    .isEqualTo(service(graph, "worker", null).referenceId());
            assertThat(edge.statistics().total()).isOne();
            assertThat(edge.statistics().durations()).containsExactly(new Bar(4.8, 1));
        });
        assertThat(service(graph, "worker", "client").edges()).noneMatch(ServiceGraph.Edge::link);
    }

    @Test
    void linkToASegment_beginsAtItsService_andLinksToNothingAreNoEdges() {
        Doc sender = segment("shop").trace(SENDER).took(1);
        linked.put(TraceId.parse(SENDER), trace(sender));
        add(NOON, segment("worker").with(local("receive").put("links", links(SENDER, sender.id()))));
        add(NOON, segment("other").put("links", links(SENDER, "00000000000000aa")));
        add(NOON, segment("third").put("links", links(Doc.TRACE, sender.id())));
        ServiceGraph graph = graphs.between(ServiceGraphs.ALL_TRACES, NOON, NOON + 1);
        assertThat(graph.services().stream()
                        .flatMap(service -> service.edges().stream())
                        .filter(ServiceGraph.Edge::link))
                .singleElement()
                .satisfies(edge -> assertThat(edge.referenceId())
                        .isEqualTo(service(graph, "worker", null).referenceId()));
        assertThat(service(graph, "shop", null).edges()).hasSize(1);
    }

    private static List<?> links(String trace, String id) {
        return List.of(Map.of("trace_id", trace, "id", id, "attributes", Map.of("messaging", "sqs")));
    }

    private Observations add(int second, Doc... documents) {
        List<ParsedDocument> parts = Stream.of(documents)
                .map(document -> document.part(second * 1000L))
                .toList();
        return graphs.add(ANY_ID, AssembledTrace.of(parts));
    }

    private static List<String> names(ServiceGraph graph) {
        return graph.services().stream()
                .map(service -> service.id().name() + " " + service.id().type())
                .toList();
    }

    private static ServiceGraph.Service service(ServiceGraph graph, String name, String type) {
        return graph.services().stream()
                .filter(service -> service.id().name().equals(name)
                        && java.util.Objects.equals(service.id().type(), type))
                .findAny()
                .orElseThrow();
    }
}

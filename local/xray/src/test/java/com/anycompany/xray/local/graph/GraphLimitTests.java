package com.anycompany.xray.local.graph;

import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphLimitTests {

    private static final TraceId ANY_ID = new TraceId(1, 1);

    private final ServiceGraphs graphs = new ServiceGraphs(Memberships.NONE, id -> null, new GraphLimit(3, 2));

    @Test
    void smallerHeap_hasSmallerGraphs() {
        assertThat(GraphLimit.ofHeap(4L << 30).services()).isEqualTo(10_000);
        assertThat(GraphLimit.ofHeap(64L << 20).services()).isEqualTo(1_024);
        assertThat(GraphLimit.ofHeap(1).services()).isEqualTo(500);
    }

    @Test
    void graphWithinTheLimit_isWhole() {
        add(1, "a", "b");
        ServiceGraph graph = graph();
        assertThat(names(graph)).containsOnly("a", "b");
        assertThat(graph.omitted().services()).isZero();
        assertThat(graph.omitted().calls()).isZero();
    }

    @Test
    void largerGraph_hasTheBusiestServices_andTheirClients() {
        add(1, "a", "b", "c", "d", "e");
        add(5, "d");
        add(3, "b");
        add(2, "e");
        ServiceGraph graph = graph();
        assertThat(names(graph)).containsOnly("b", "d", "e");
        assertThat(graph.omitted().services()).isEqualTo(2);
        assertThat(graph.services())
                .filteredOn(service ->
                        service.id().name().equals("d") && !service.id().isClient())
                .singleElement()
                .satisfies(service -> assertThat(service.statistics().total()).isEqualTo(6));
    }

    @Test
    void edges_leadToServicesThatAreThere_andTheRestIsCounted() {
        add(2, "a", "b", "c");
        ServiceGraph graph = graph();
        assertThat(names(graph)).contains("a", "b", "c");
        assertThat(graph.omitted().calls()).as("three clients call").isOne();
        assertThat(graph.services())
                .allSatisfy(service -> assertThat(service.edges())
                        .allSatisfy(edge -> assertThat(edge.referenceId())
                                .isLessThan(graph.services().size())));
    }

    @Test
    void graphOfTraces_hasTheSameLimit() {
        Observations one =
                graphs.add(ANY_ID, assemble(segment("a").with(remote("b"), remote("c"), remote("d"), remote("e"))));
        assertThat(graphs.of(List.of(one)).omitted().services()).isPositive();
    }

    private void add(int times, String... services) {
        for (int i = 0; i < times; i++) {
            Arrays.stream(services).forEach(name -> graphs.add(ANY_ID, assemble(segment(name))));
        }
    }

    private static AssembledTrace assemble(Doc document) {
        return AssembledTrace.of(List.of(document.part()));
    }

    private ServiceGraph graph() {
        return graphs.between(ServiceGraphs.ALL_TRACES, 0, Integer.MAX_VALUE);
    }

    private static List<String> names(ServiceGraph graph) {
        return graph.services().stream().map(service -> service.id().name()).toList();
    }
}

package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.graph.Statistics;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.trace.NodeId;
import java.util.List;
import java.util.Locale;

/** Service graphs in the format of the X-Ray API. */
final class ServiceGraphOutput {

    private static final List<Statistics.Bar> EMPTY = List.of();

    private ServiceGraphOutput() {}

    static Output withTimes(ServiceGraph graph, Group group) {
        Output output = new Output()
                .put("StartTime", graph.isEmpty() ? null : (Double) (double) graph.startSecond())
                .put("EndTime", graph.isEmpty() ? null : (Double) (double) graph.endSecond())
                .putStream("Services", graph.services(), ServiceGraphOutput::service)
                .put("ContainsOldGroupVersions", hasOldGroupVersions(graph, group))
                .put("NextToken", null);
        return warned(output, graph);
    }

    /** Says what isn't there, in a member that the service's own answers don't have and its clients ignore. */
    static Output warned(Output output, ServiceGraph graph) {
        if (graph.omitted().services() == 0 && graph.omitted().calls() == 0) {
            return output;
        }
        return output.put(
                "Warning",
                "The graph has only the services and calls with the most requests: %,d services and %,d calls are left out; ask for a shorter time, a group, or fewer traces"
                        .formatted(graph.omitted().services(), graph.omitted().calls()));
    }

    /** Whether traces of the graph may have been assigned to the group by an earlier filter expression. */
    static boolean hasOldGroupVersions(ServiceGraph graph, Group group) {
        return !graph.isEmpty() && group.hadAnotherFilterAt(graph.received().firstSecond() * 1000L);
    }

    static Output withoutTimes(ServiceGraph graph) {
        Output output = new Output()
                .putStream("Services", graph.services(), ServiceGraphOutput::service)
                .put("NextToken", null);
        return warned(output, graph);
    }

    static Output service(ServiceGraph.Service service) {
        Output output = new Output()
                .put("ReferenceId", service.referenceId())
                .put("Name", service.id().name())
                .put("Names", List.of(service.id().name()))
                .put("Root", service.root() ? true : null)
                .put("AccountId", service.id().accountId())
                .put("Type", service.id().type())
                .put("State", service.state().name().toLowerCase(Locale.ROOT))
                .put("StartTime", (double) service.startSecond())
                .put("EndTime", (double) service.endSecond())
                .put("Edges", service.edges(), ServiceGraphOutput::edge);
        boolean client = service.id().isClient();
        return output.put("SummaryStatistics", client ? null : statistics(service.statistics()))
                .put("DurationHistogram", service.statistics().durations(), ServiceGraphOutput::bar)
                .put("ResponseTimeHistogram", service.statistics().responseTimes(), ServiceGraphOutput::bar);
    }

    private static Output edge(ServiceGraph.Edge edge) {
        return new Output()
                .put("ReferenceId", edge.referenceId())
                .put("StartTime", (double) edge.startSecond())
                .put("EndTime", (double) edge.endSecond())
                .put("SummaryStatistics", statistics(edge.statistics()))
                .put(
                        "ResponseTimeHistogram",
                        edge.link() ? EMPTY : edge.statistics().responseTimes(),
                        ServiceGraphOutput::bar)
                .put("Aliases", edge.aliases(), ServiceGraphOutput::alias)
                .put("EdgeType", edge.link() ? "link" : null)
                .put(
                        "ReceivedEventAgeHistogram",
                        edge.link() ? edge.statistics().durations() : EMPTY,
                        ServiceGraphOutput::bar);
    }

    private static Output alias(String name) {
        return new Output().put("Name", name).put("Names", List.of(name)).put("Type", "remote");
    }

    static Output statistics(Statistics statistics) {
        return new Output()
                .put("OkCount", statistics.ok())
                .put(
                        "ErrorStatistics",
                        new Output()
                                .put("ThrottleCount", statistics.throttle())
                                .put("OtherCount", statistics.error())
                                .put("TotalCount", statistics.throttle() + statistics.error()))
                .put(
                        "FaultStatistics",
                        new Output().put("OtherCount", statistics.fault()).put("TotalCount", statistics.fault()))
                .put("TotalCount", statistics.total())
                .put("TotalResponseTime", statistics.totalSeconds());
    }

    static Output bar(Statistics.Bar bar) {
        return new Output().put("Value", bar.seconds()).put("Count", bar.count());
    }

    static Output serviceId(NodeId id) {
        return new Output()
                .put("Name", id.name())
                .put("Names", List.of(id.name()))
                .put("AccountId", id.accountId())
                .put("Type", id.type());
    }
}

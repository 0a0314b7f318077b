package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.insight.Impact;
import com.anycompany.xray.local.insight.Insight;
import com.anycompany.xray.local.insight.InsightEvent;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.trace.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Insights in the format of the X-Ray API. */
final class InsightOutput {

    private InsightOutput() {}

    /** The answer of GetInsightSummaries. */
    static Output summaries(List<Insight> page, Group group, @Nullable String nextToken) {
        return new Output()
                .put(
                        "InsightSummaries",
                        page,
                        insight ->
                                member(insight, group).put("LastUpdateTime", Output.seconds(insight.updatedMillis())))
                .put("NextToken", nextToken);
    }

    /** The answer of GetInsight. */
    static Output insight(Insight insight, Group group) {
        return new Output().put("Insight", member(insight, group));
    }

    /** The answer of GetInsightEvents. */
    static Output events(List<InsightEvent> page, @Nullable String nextToken) {
        return new Output().put("InsightEvents", page, InsightOutput::event).put("NextToken", nextToken);
    }

    /** The answer of GetInsightImpactGraph. */
    static Output impactGraph(Insight insight, TimeRange range, ServiceGraph graph) {
        return new Output()
                .put("InsightId", insight.id().toString())
                .put("StartTime", Output.seconds(range.start()))
                .put("EndTime", Output.seconds(range.end()))
                .put(
                        "ServiceGraphStartTime",
                        graph.isEmpty()
                                ? null
                                : (Double) (double) graph.received().firstSecond())
                .put(
                        "ServiceGraphEndTime",
                        graph.isEmpty()
                                ? null
                                : (Double) (double) graph.received().lastSecond())
                .put("Services", graph.services(), InsightOutput::impactService)
                .put("NextToken", null);
    }

    static String state(Insight insight) {
        return insight.isActive() ? "ACTIVE" : "CLOSED";
    }

    /** Names and edges only; statistics are returned by GetServiceGraph. */
    private static Output impactService(ServiceGraph.Service service) {
        NodeId id = service.id();
        return new Output()
                .put("ReferenceId", service.referenceId())
                .put("Type", id.type())
                .put("Name", id.name())
                .put("Names", List.of(id.name()))
                .put("AccountId", id.accountId())
                .put("Edges", service.edges(), edge -> new Output().put("ReferenceId", edge.referenceId()));
    }

    private static Output member(Insight insight, Group group) {
        Long end = insight.endMillis();
        return new Output()
                .put("InsightId", insight.id().toString())
                .put("GroupARN", group.arn())
                .put("GroupName", group.name())
                .put("RootCauseServiceId", ServiceGraphOutput.serviceId(insight.rootCause()))
                .put("Categories", List.of("FAULT"))
                .put("State", state(insight))
                .put("StartTime", Output.seconds(insight.startMillis()))
                .put("EndTime", end == null ? null : (Double) Output.seconds(end))
                .put("Summary", insight.summary())
                .put("ClientRequestImpactStatistics", impact(insight.clients()))
                .put("RootCauseServiceRequestImpactStatistics", impact(insight.rootCauseImpact()))
                .put("TopAnomalousServices", insight.topAnomalous(), InsightOutput::anomalous);
    }

    private static Output event(InsightEvent event) {
        return new Output()
                .put("Summary", event.summary())
                .put("EventTime", Output.seconds(event.millis()))
                .put("ClientRequestImpactStatistics", impact(event.clients()))
                .put("RootCauseServiceRequestImpactStatistics", impact(event.rootCause()))
                .put("TopAnomalousServices", event.topAnomalous(), InsightOutput::anomalous);
    }

    private static Output anomalous(NodeId service) {
        return new Output().put("ServiceId", ServiceGraphOutput.serviceId(service));
    }

    private static Output impact(Impact impact) {
        return new Output()
                .put("FaultCount", impact.faults())
                .put("OkCount", impact.oks())
                .put("TotalCount", impact.total());
    }
}

package com.anycompany.xray.local.api;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.graph.Statistics;
import com.anycompany.xray.local.graph.Statistics.Bar;
import com.anycompany.xray.local.segment.NodeId;
import com.anycompany.xray.local.store.TraceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** GetTimeSeriesServiceStatistics: the numbers of one service, or of one kind of call, minute by minute. */
final class TimeSeriesOperations {

    private final TraceStore store;
    private final GroupOperations groups;

    TimeSeriesOperations(TraceStore store, GroupOperations groups) {
        this.store = store;
        this.groups = groups;
    }

    void addTo(Operations operations) {
        operations.add("/TimeSeriesServiceStatistics", this::getTimeSeriesServiceStatistics);
    }

    private Output getTimeSeriesServiceStatistics(Input input) {
        TraceOperations.refuseToken(input);
        TimeRange range = TimeRange.ofAtMostSixHours(input);
        groups.requireUnfiltered(input);
        int period = period(input.number("Period", 60));
        EntitySelector selector = EntitySelector.parse(input.text("EntitySelectorExpression"));
        List<Output> buckets = new ArrayList<>();
        for (int start = range.startSecond() / period * period; start < range.endSecond(); start += period) {
            int from = Math.max(start, range.startSecond());
            int until = Math.min(start + period, range.endSecond());
            Output bucket = bucket(store.serviceGraph(from, until), selector, start + period);
            if (bucket != null) {
                buckets.add(0, bucket);
            }
        }
        return new Output()
                .put("TimeSeriesServiceStatistics", buckets, bucket -> bucket)
                .put("ContainsOldGroupVersions", false)
                .put("NextToken", null);
    }

    private static int period(double seconds) {
        if (seconds != 60 && seconds != 300) {
            throw ApiException.invalid("Time period must be one of [60, 300]");
        }
        return (int) seconds;
    }

    private static @Nullable Output bucket(ServiceGraph graph, EntitySelector selector, int end) {
        List<Statistics> selected = new ArrayList<>();
        for (ServiceGraph.Service service : graph.services()) {
            if (selector.ofServices() && !service.id().isClient() && selector.matchesService(service.id())) {
                selected.add(service.statistics());
            }
            for (ServiceGraph.Edge edge : service.edges()) {
                NodeId to = graph.services().get(edge.referenceId()).id();
                if (!selector.ofServices() && selector.matchesEdge(service.id(), to)) {
                    selected.add(edge.statistics());
                }
            }
        }
        return selected.stream().mapToInt(Statistics::total).sum() == 0 ? null : output(selected, selector, end);
    }

    private static Output output(List<Statistics> selected, EntitySelector selector, int end) {
        Output sum = GraphAnswer.statistics(sum(selected));
        return new Output()
                .put("Timestamp", (double) end)
                .put("EdgeSummaryStatistics", selector.ofServices() ? null : sum)
                .put("ServiceSummaryStatistics", selector.ofServices() ? sum : null)
                .put("ServiceForecastStatistics", null)
                .put("ResponseTimeHistogram", sum(selected).responseTimes(), GraphAnswer::bar);
    }

    private static Statistics sum(List<Statistics> selected) {
        Statistics sum = Statistics.EMPTY;
        for (Statistics each : selected) {
            sum = new Statistics(
                    sum.ok() + each.ok(),
                    sum.error() + each.error(),
                    sum.throttle() + each.throttle(),
                    sum.fault() + each.fault(),
                    Math.round((sum.totalSeconds() + each.totalSeconds()) * 1000) / 1e3,
                    merge(sum.responseTimes(), each.responseTimes()),
                    List.of());
        }
        return sum;
    }

    private static List<Bar> merge(List<Bar> some, List<Bar> others) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        some.forEach(bar -> counts.merge(bar.seconds(), bar.count(), Integer::sum));
        others.forEach(bar -> counts.merge(bar.seconds(), bar.count(), Integer::sum));
        List<Bar> merged = new ArrayList<>();
        counts.forEach((seconds, count) -> merged.add(new Bar(seconds, count)));
        return merged;
    }
}

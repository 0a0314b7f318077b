package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.filter.EntitySelector;
import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.graph.Statistics;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.insight.Baseline;
import com.anycompany.xray.local.insight.FaultRange;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.store.TraceStore;
import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builder of a time series: one bucket per period, added in order of time. */
final class TimeSeries {

    /** The number of periods before the first bucket from which the forecast is calculated. */
    private static final int LOOK_BACK = 60;

    private final EntitySelector selector;
    private final @Nullable Baseline forecast;
    private final List<Output> newestFirst = new ArrayList<>();
    private boolean old;

    TimeSeries(EntitySelector selector, @Nullable Baseline forecast) {
        this.selector = selector;
        this.forecast = forecast;
    }

    Output output() {
        return new Output()
                .put("TimeSeriesServiceStatistics", newestFirst, bucket -> bucket)
                .put("ContainsOldGroupVersions", old)
                .put("NextToken", null);
    }

    void learn(TraceStore store, Group group, int until, int period) {
        if (forecast != null) {
            for (int start = Math.max(0, until - LOOK_BACK * period); start < until; start += period) {
                Statistics sum = sum(selected(store.serviceGraph(group.number(), start, start + period), selector));
                forecast.learn(sum.fault(), sum.total());
            }
        }
    }

    void add(ServiceGraph graph, Group group, int end) {
        old |= ServiceGraphOutput.hasOldGroupVersions(graph, group);
        Statistics sum = sum(selected(graph, selector));
        if (sum.total() > 0) {
            newestFirst.add(0, output(sum, end));
        }
    }

    private Output output(Statistics sum, int end) {
        Output statistics = ServiceGraphOutput.statistics(sum);
        return new Output()
                .put("Timestamp", (double) end)
                .put("EdgeSummaryStatistics", selector.ofServices() ? null : statistics)
                .put("ServiceSummaryStatistics", selector.ofServices() ? statistics : null)
                .put("ServiceForecastStatistics", forecast == null ? null : forecast(forecast, sum))
                .put("ResponseTimeHistogram", sum.responseTimes(), ServiceGraphOutput::bar);
    }

    /** The expected number of faults among the bucket's requests, calculated from the buckets before it. */
    private static Output forecast(Baseline forecast, Statistics sum) {
        FaultRange expected = forecast.expected(sum.total());
        forecast.learn(sum.fault(), sum.total());
        return new Output().put("FaultCountHigh", expected.high()).put("FaultCountLow", expected.low());
    }

    private static List<Statistics> selected(ServiceGraph graph, EntitySelector selector) {
        List<Statistics> selected = new ArrayList<>();
        for (ServiceGraph.Service service : graph.services()) {
            if (selector.matchesService(service.id())) {
                selected.add(service.statistics());
            }
            for (ServiceGraph.Edge edge : service.edges()) {
                NodeId to = graph.services().get(edge.referenceId()).id();
                if (selector.matchesEdge(service.id(), to)) {
                    selected.add(edge.statistics());
                }
            }
        }
        return selected;
    }

    private static Statistics sum(List<Statistics> selected) {
        return selected.stream().reduce(Statistics.EMPTY, Statistics::plus);
    }
}

package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.filter.EntitySelector;
import com.anycompany.xray.local.graph.SelectedStatistics;
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

    private final boolean ofServices;
    private final SelectedStatistics.Selector selector;
    private final @Nullable Baseline forecast;
    private final List<Output> newestFirst = new ArrayList<>();
    private boolean old;

    /** An entity selector of the filter language, as the graphs ask it. */
    private record Selected(EntitySelector selector) implements SelectedStatistics.Selector {

        @Override
        public boolean matchesService(NodeId service) {
            return selector.matchesService(service);
        }

        @Override
        public boolean matchesEdge(NodeId from, NodeId to) {
            return selector.matchesEdge(from, to);
        }
    }

    TimeSeries(EntitySelector selector, @Nullable Baseline forecast) {
        this.ofServices = selector.ofServices();
        this.selector = new Selected(selector);
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
                Statistics sum = store.statistics(group.number(), start, start + period, selector)
                        .statistics();
                forecast.learn(sum.fault(), sum.total());
            }
        }
    }

    void add(TraceStore store, Group group, int from, int until, int end) {
        SelectedStatistics selected = store.statistics(group.number(), from, until, selector);
        old |= !selected.isEmpty() && group.hadAnotherFilterAt(selected.firstSecond() * 1000L);
        Statistics sum = selected.statistics();
        if (sum.total() > 0) {
            newestFirst.add(0, output(sum, end));
        }
    }

    private Output output(Statistics sum, int end) {
        Output statistics = ServiceGraphOutput.statistics(sum);
        return new Output()
                .put("Timestamp", (double) end)
                .put("EdgeSummaryStatistics", ofServices ? null : statistics)
                .put("ServiceSummaryStatistics", ofServices ? statistics : null)
                .put("ServiceForecastStatistics", forecast == null ? null : forecast(forecast, sum))
                .put("ResponseTimeHistogram", sum.responseTimes(), ServiceGraphOutput::bar);
    }

    /** The expected number of faults among the bucket's requests, calculated from the buckets before it. */
    private static Output forecast(Baseline forecast, Statistics sum) {
        FaultRange expected = forecast.expected(sum.total());
        forecast.learn(sum.fault(), sum.total());
        return new Output().put("FaultCountHigh", expected.high()).put("FaultCountLow", expected.low());
    }
}

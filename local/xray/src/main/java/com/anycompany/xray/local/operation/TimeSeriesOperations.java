package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.filter.EntitySelector;
import com.anycompany.xray.local.filter.FilterLanguage;
import com.anycompany.xray.local.filter.InvalidFilter;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.insight.Baseline;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.store.TraceStore;
import org.jspecify.annotations.Nullable;

/** GetTimeSeriesServiceStatistics: statistics of services or of calls, by minute or by five minutes. */
public final class TimeSeriesOperations {

    private final TraceStore store;
    private final Groups groups;

    /** @param period the length of a bucket in seconds */
    private record GetTimeSeriesServiceStatisticsRequest(
            TimeRange range, Group group, int period, EntitySelector selector, boolean forecast) {

        static GetTimeSeriesServiceStatisticsRequest of(Input input, Groups groups) {
            NextToken.refuse(input);
            TimeRange range = TimeRange.ofAtMostSixHours(input);
            Group group = GroupMember.orDefault(input, groups);
            int period = period(input.number("Period", 60));
            EntitySelector selector = selector(input.text("EntitySelectorExpression"));
            boolean forecast = input.flag("ForecastStatistics");
            if (forecast && !selector.ofServices()) {
                throw ApiException.invalid("ForecastStatistics needs an EntitySelectorExpression with one service(…)");
            }
            return new GetTimeSeriesServiceStatisticsRequest(range, group, period, selector, forecast);
        }

        private static int period(double seconds) {
            if (seconds != 60 && seconds != 300) {
                throw ApiException.invalid("Time period must be one of [60, 300]");
            }
            return (int) seconds;
        }

        private static EntitySelector selector(@Nullable String expression) {
            try {
                return FilterLanguage.compileSelector(expression == null ? "" : expression);
            } catch (InvalidFilter e) {
                throw ApiException.invalid(
                        "Invalid EntitySelectorExpression at column " + e.column() + ": " + e.problem());
            }
        }
    }

    public TimeSeriesOperations(TraceStore store, Groups groups) {
        this.store = store;
        this.groups = groups;
    }

    public void addTo(Operations operations) {
        operations.add("GetTimeSeriesServiceStatistics", this::getTimeSeriesServiceStatistics);
    }

    private Output getTimeSeriesServiceStatistics(Input input) {
        GetTimeSeriesServiceStatisticsRequest request = GetTimeSeriesServiceStatisticsRequest.of(input, groups);
        TimeRange range = request.range();
        Group group = request.group();
        int period = request.period();
        TimeSeries series = new TimeSeries(request.selector(), request.forecast() ? new Baseline() : null);
        int first = range.startSecond() / period * period;
        series.learn(store, group, first, period);
        for (int start = first; start < range.endSecond(); start += period) {
            int from = Math.max(start, range.startSecond());
            int until = Math.min(start + period, range.endSecond());
            series.add(store, group, from, until, start + period);
        }
        return series.output();
    }
}

package com.anycompany.xray.local.group;

import com.anycompany.xray.local.filter.GroupBits;
import com.anycompany.xray.local.graph.ServiceGraphs;
import org.jspecify.annotations.Nullable;

/**
 * Group: a named filter expression, and the traces that match it. All traces are in Default.
 *
 * @param number the bit that marks its traces, {@link ServiceGraphs#ALL_TRACES} for Default
 * @param filterChangedMillis when its filter expression was last changed; 0 if never
 */
public record Group(
        String name,
        String arn,
        int number,
        @Nullable String filterExpression,
        long filterChangedMillis,
        boolean insightsEnabled,
        boolean notificationsEnabled) {

    public static final String DEFAULT = "Default";

    public boolean isDefault() {
        return name.equals(DEFAULT);
    }

    long bit() {
        return isDefault() ? GroupBits.EVERY_TRACE : 1L << number;
    }

    /** Whether traces received since then may have been assigned by an earlier expression. */
    public boolean hadAnotherFilterAt(long millis) {
        return millis < filterChangedMillis;
    }

    Group withFilter(@Nullable String expression, long nowMillis) {
        return new Group(name, arn, number, expression, nowMillis, insightsEnabled, notificationsEnabled);
    }

    Group withInsights(boolean insights, boolean notifications) {
        return new Group(name, arn, number, filterExpression, filterChangedMillis, insights, notifications);
    }
}

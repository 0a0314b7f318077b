package com.anycompany.xray.local.api;

import org.jspecify.annotations.Nullable;

/** A named set of traces; Default holds them all. */
record Group(
        String name,
        String arn,
        @Nullable String filterExpression,
        boolean insightsEnabled,
        boolean notificationsEnabled) {

    static final String DEFAULT = "Default";

    Output output() {
        return new Output()
                .put("GroupName", name)
                .put("GroupARN", arn)
                .put("FilterExpression", filterExpression)
                .put(
                        "InsightsConfiguration",
                        new Output()
                                .put("InsightsEnabled", insightsEnabled)
                                .put("NotificationsEnabled", notificationsEnabled));
    }
}

package com.anycompany.xray.local.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All operations of the X-Ray API by their path, the ones that aren't there yet included: those say so. */
final class Operations {

    private static final List<String> NOT_YET = List.of(
            "/Insight",
            "/InsightSummaries",
            "/InsightEvents",
            "/InsightImpactGraph",
            "/PutResourcePolicy",
            "/DeleteResourcePolicy",
            "/ListResourcePolicies",
            "/GetIndexingRules",
            "/UpdateIndexingRule",
            "/GetTraceSegmentDestination",
            "/UpdateTraceSegmentDestination",
            "/StartTraceRetrieval",
            "/CancelTraceRetrieval",
            "/ListRetrievedTraces",
            "/GetRetrievedTracesGraph");

    private final Map<String, Operation> byPath = new HashMap<>();

    Operations() {
        NOT_YET.forEach(path -> byPath.put(path, input -> {
            throw ApiException.invalid("X-Ray Local does not support the operation at " + path + " yet");
        }));
    }

    Operations add(String path, Operation operation) {
        byPath.put(path, operation);
        return this;
    }

    @Nullable
    Operation at(String path) {
        return byPath.get(path);
    }
}

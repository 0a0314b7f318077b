package com.anycompany.xray.local.trace;

import java.util.List;

/** The root causes of a trace's faults, errors and response time. */
public record RootCauses(List<RootCause> faults, List<RootCause> errors, List<RootCause> responseTimes) {

    public static RootCauses of(AssembledTrace trace) {
        return new RootCauses(FailurePath.faults(trace), FailurePath.errors(trace), LongestPath.of(trace));
    }
}

package com.anycompany.xray.local.trace;

import java.util.List;

/** The root causes of a trace's faults, errors and response time. */
public record RootCauses(List<RootCause> faults, List<RootCause> errors, List<RootCause> responseTimes) {

    public static RootCauses of(AssembledTrace trace) {
        CauseReferences references = new CauseReferences(trace);
        return new RootCauses(
                FailurePath.faults(trace, references), FailurePath.errors(trace, references), LongestPath.of(trace));
    }
}

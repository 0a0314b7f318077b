package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Thrown;
import java.util.List;

/** What X-Ray blames for a trace's faults, errors and response time. */
public record RootCauses(List<Cause> faults, List<Cause> errors, List<Cause> responseTimes) {

    /** A path from the first service concerned to the one to blame. */
    public record Cause(List<Service> services, boolean clientImpacting) {}

    public record Service(NodeId id, boolean inferred, List<Step> path) {}

    /**
     * A segment or subsegment on the path.
     *
     * @param coverage its share of the root's time; only used for response times
     */
    public record Step(String name, boolean remote, double coverage, List<Thrown> exceptions) {}

    public static RootCauses of(AssembledTrace trace) {
        return new RootCauses(FailurePath.faults(trace), FailurePath.errors(trace), LongestPath.of(trace));
    }
}

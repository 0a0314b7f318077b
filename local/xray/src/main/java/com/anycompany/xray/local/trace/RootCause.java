package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Thrown;
import java.util.List;

/** Root cause: the path from the first service concerned to the one that caused a failure or took the time. */
public record RootCause(List<Service> services, boolean clientImpacting) {

    public record Service(NodeId id, boolean inferred, List<Step> path) {}

    /**
     * A segment or subsegment on the path.
     *
     * @param coverage its share of the root's time; only used for response times
     */
    public record Step(String name, boolean remote, double coverage, List<Thrown> exceptions) {}
}

package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;

/** Assignment of traces to groups, evaluated when a trace is aggregated: a bit mask with a bit per group. */
@FunctionalInterface
public interface Memberships {

    /** The maximum number of groups. */
    int MAX_GROUPS = Long.SIZE;

    /** There are no groups. */
    Memberships NONE = (id, trace) -> 0;

    /** Bit {@code n} is set if the trace is in the group numbered {@code n}. */
    long of(TraceId id, AssembledTrace trace);
}

package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.AssembledTrace;

/**
 * Decides, when a trace is aggregated, in which groups it is: a bit per group, so that a trace can carry the answer with
 * it and needn't be asked again.
 */
@FunctionalInterface
public interface Memberships {

    /** At most so many groups can be told apart. */
    int MAX_GROUPS = Long.SIZE;

    /** There are no groups. */
    Memberships NONE = trace -> 0;

    /** Bit {@code n} is set if the trace is in the group numbered {@code n}. */
    long of(AssembledTrace trace);
}

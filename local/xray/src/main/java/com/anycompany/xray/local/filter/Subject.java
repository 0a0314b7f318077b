package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.RootCauses;
import org.jspecify.annotations.Nullable;

/** Trace to be tested, with its groups and its root causes, which are determined on demand and at most once. */
public final class Subject {

    private final AssembledTrace trace;
    private final long groups;
    private @Nullable RootCauses rootCauses;

    /** @param groups the bits of the groups that the trace is in */
    public Subject(AssembledTrace trace, long groups) {
        this.trace = trace;
        this.groups = groups;
    }

    public AssembledTrace trace() {
        return trace;
    }

    public RootCauses rootCauses() {
        RootCauses known = rootCauses;
        if (known == null) {
            known = RootCauses.of(trace);
            rootCauses = known;
        }
        return known;
    }

    /** Whether the trace is in one of the groups, given by their bits. */
    boolean isInAnyOf(long wanted) {
        return (groups & wanted) != 0;
    }
}

package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.RootCauses;
import org.jspecify.annotations.Nullable;

/** A trace that expressions are tested against, with what is worked out once however many conditions ask for it. */
public final class Subject {

    private final AssembledTrace trace;
    private final long groups;
    private @Nullable RootCauses rootCauses;

    /** @param groups the groups that the trace is in, a bit each */
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

    /** Whether the trace is in one of the groups, given as a bit each. */
    boolean isInAnyOf(long wanted) {
        return (groups & wanted) != 0;
    }
}

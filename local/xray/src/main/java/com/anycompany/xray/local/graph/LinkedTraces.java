package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import org.jspecify.annotations.Nullable;

/** Finds the trace that a link leads to. */
@FunctionalInterface
public interface LinkedTraces {

    LinkedTraces NONE = id -> null;

    /** Null if it hasn't arrived, or has left already. */
    @Nullable
    AssembledTrace find(TraceId id);
}

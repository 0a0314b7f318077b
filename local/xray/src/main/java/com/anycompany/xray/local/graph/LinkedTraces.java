package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import org.jspecify.annotations.Nullable;

/** Lookup of the trace that a link refers to. */
@FunctionalInterface
public interface LinkedTraces {

    LinkedTraces NONE = id -> null;

    /** Returns null if the trace isn't stored. */
    @Nullable
    AssembledTrace find(TraceId id);
}

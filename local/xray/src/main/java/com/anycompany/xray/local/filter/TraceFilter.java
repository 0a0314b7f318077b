package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.segment.AssembledTrace;

/** A compiled filter expression: decides whether a trace belongs to the answer. */
@FunctionalInterface
public interface TraceFilter {

    TraceFilter ALL = trace -> true;

    boolean matches(AssembledTrace trace);
}

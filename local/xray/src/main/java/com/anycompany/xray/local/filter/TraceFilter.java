package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.store.Term;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.Set;

/** A compiled filter expression: decides whether a trace belongs to the answer. */
@FunctionalInterface
public interface TraceFilter {

    TraceFilter ALL = subject -> true;

    boolean matches(Subject subject);

    /** What a trace must have to match at all; nothing in particular if this is empty. */
    default Set<Term> required() {
        return Set.of();
    }

    /** The same filter, telling that no trace without these terms matches. */
    default TraceFilter requiring(Set<Term> terms) {
        TraceFilter filter = this;
        return new TraceFilter() {
            @Override
            public boolean matches(Subject subject) {
                return filter.matches(subject);
            }

            @Override
            public Set<Term> required() {
                return terms;
            }
        };
    }

    /** The same for a trace that is in no group. */
    default boolean matches(AssembledTrace trace) {
        return matches(new Subject(trace, 0));
    }
}

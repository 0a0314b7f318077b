package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.store.Term;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.Set;

/** Compiled filter expression: a predicate over traces. */
@FunctionalInterface
public interface TraceFilter {

    TraceFilter ALL = subject -> true;

    boolean matches(Subject subject);

    /** The index terms that each matching trace has. */
    default Set<Term> required() {
        return Set.of();
    }

    /** The same filter with required terms. */
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

    /** Tests a trace that is in no group. */
    default boolean matches(AssembledTrace trace) {
        return matches(new Subject(trace, 0));
    }
}

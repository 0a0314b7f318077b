package com.anycompany.xray.local.store;

import com.anycompany.xray.local.segment.AssembledTrace;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Part;
import java.util.List;

/** What the documents of a trace come to. */
record WorkedOut(AssembledTrace trace, char[] terms, long startMillis, long endMillis) {

    static WorkedOut of(List<Part> parts) {
        AssembledTrace trace = AssembledTrace.of(parts);
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (Part part : parts) {
            Entity entity = part.entity();
            start = Math.min(start, entity.start());
            end = Math.max(end, Math.max(entity.start(), entity.end()));
        }
        return new WorkedOut(trace, Term.of(trace), start / 1000, end / 1000);
    }
}

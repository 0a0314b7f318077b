package com.anycompany.xray.local;

import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.stream.Stream;

/** Traces out of documents. */
public final class Traces {

    private Traces() {}

    public static AssembledTrace trace(Doc... documents) {
        return AssembledTrace.of(Stream.of(documents).map(Doc::part).toList());
    }
}

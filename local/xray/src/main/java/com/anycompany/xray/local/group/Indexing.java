package com.anycompany.xray.local.group;

import com.anycompany.xray.local.segment.TraceId;

/** Decides which traces are found by searches and counted in groups; the others can be fetched by their ids only. */
@FunctionalInterface
public interface Indexing {

    Indexing ALL = (id, receivedMillis) -> true;

    /** @param receivedMillis when its first document came */
    boolean includes(TraceId id, long receivedMillis);
}

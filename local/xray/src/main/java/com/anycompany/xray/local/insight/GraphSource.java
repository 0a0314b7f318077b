package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.graph.ServiceGraph;

/** Where the service graph of a stretch of time comes from. */
@FunctionalInterface
public interface GraphSource {

    /** The graph of a group's traces, by its number, in {@code [from, until)}, in seconds since the epoch. */
    ServiceGraph between(int group, int from, int until);
}

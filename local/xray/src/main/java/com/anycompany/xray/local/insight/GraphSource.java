package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.graph.ServiceGraph;

/** Source of service graphs by period. */
@FunctionalInterface
public interface GraphSource {

    /** The graph of a group's traces, by its number, in {@code [from, until)}, in seconds since the epoch. */
    ServiceGraph between(int group, int from, int until);
}

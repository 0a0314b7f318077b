package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.trace.NodeId;
import java.util.List;

/** State of an insight at a time: its impact up to then. */
public record InsightEvent(long millis, String summary, Impact clients, Impact rootCause, List<NodeId> topAnomalous) {}

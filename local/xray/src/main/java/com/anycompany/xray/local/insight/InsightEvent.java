package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.trace.NodeId;
import java.util.List;

/** How far an insight had come at some time: its impact up to then. */
public record InsightEvent(long millis, String summary, Impact clients, Impact rootCause, List<NodeId> topAnomalous) {}

package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.trace.NodeId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Insight: a period in which services of a group failed more than usual.
 *
 * @param number ascending over all insights
 * @param rootCause the last of the failing services along the calls
 * @param endMillis null while it is active
 * @param latest the state at the last update
 * @param events oldest first
 */
public record Insight(
        UUID id,
        long number,
        String groupName,
        NodeId rootCause,
        long startMillis,
        @Nullable Long endMillis,
        InsightEvent latest,
        List<InsightEvent> events) {

    public long updatedMillis() {
        return latest.millis();
    }

    public String summary() {
        return latest.summary();
    }

    /** The requests of clients that could have reached the root cause. */
    public Impact clients() {
        return latest.clients();
    }

    /** The requests of the root cause itself. */
    public Impact rootCauseImpact() {
        return latest.rootCause();
    }

    /** The failing services, the one with the most faults first. */
    public List<NodeId> topAnomalous() {
        return latest.topAnomalous();
    }

    public boolean isActive() {
        return endMillis == null;
    }

    /** Whether it overlaps a period. */
    public boolean touches(long fromMillis, long toMillis) {
        return startMillis < toMillis && (endMillis == null || endMillis >= fromMillis);
    }
}

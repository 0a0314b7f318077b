package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.trace.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which services of a group failed more than usual, as it is known now.
 *
 * @param number counts all insights, later ones have higher numbers
 * @param rootCause the service furthest down among those that failed
 * @param endMillis null while it is going on
 * @param clients the requests of clients that could have reached the root cause
 * @param rootCauseImpact the requests of the root cause itself
 * @param topAnomalous the services that failed, the worst first
 * @param events oldest first
 */
public record Insight(
        String id,
        long number,
        String groupName,
        NodeId rootCause,
        long startMillis,
        @Nullable Long endMillis,
        long updatedMillis,
        String summary,
        Impact clients,
        Impact rootCauseImpact,
        List<NodeId> topAnomalous,
        List<InsightEvent> events) {

    public boolean isActive() {
        return endMillis == null;
    }

    /** Whether some of it lies between two times. */
    public boolean touches(long fromMillis, long toMillis) {
        return startMillis < toMillis && (endMillis == null || endMillis >= fromMillis);
    }
}

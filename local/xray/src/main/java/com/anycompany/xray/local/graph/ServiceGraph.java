package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.NodeId;
import java.util.List;

/**
 * The services that were seen and who called whom, as the API answers it.
 *
 * @param startSecond of the first observation; meaningless without services
 */
public record ServiceGraph(List<Service> services, int startSecond, int endSecond) {

    /** Whether a node tells of itself, or is only known from its callers. */
    public enum State {
        ACTIVE,
        UNKNOWN
    }

    public record Service(
            int referenceId,
            NodeId id,
            boolean root,
            State state,
            int startSecond,
            int endSecond,
            Statistics statistics,
            List<Edge> edges) {}

    /** @param aliases the caller's names for the callee */
    public record Edge(int referenceId, int startSecond, int endSecond, Statistics statistics, List<String> aliases) {}

    public boolean isEmpty() {
        return services.isEmpty();
    }
}

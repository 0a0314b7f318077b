package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.NodeId;
import org.jspecify.annotations.Nullable;

/** Aggregation key of observations. One node or edge of a service graph may have several keys. */
sealed interface GraphKey {

    /** Whether a node has sent segments, or is known from a caller's subsegment only. */
    enum Role {
        ROOT,
        REPORTED,
        INFERRED
    }

    record Node(NodeId id, Role role) implements GraphKey {}

    /**
     * A call.
     *
     * @param alias the caller's name for a {@code remote} callee
     * @param link whether it is a link between traces instead of a call
     */
    record Edge(NodeId from, NodeId to, @Nullable String alias, boolean link) implements GraphKey {

        static Edge call(NodeId from, NodeId to, @Nullable String alias) {
            return new Edge(from, to, alias, false);
        }

        static Edge link(NodeId from, NodeId to) {
            return new Edge(from, to, null, true);
        }
    }
}

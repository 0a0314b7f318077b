package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.NodeId;
import org.jspecify.annotations.Nullable;

/** Key that observations are added up by. Several keys may make up one node or edge of a service graph. */
sealed interface GraphKey {

    /** How a node came to be known. */
    enum Role {
        ROOT,
        REPORTED,
        INFERRED
    }

    record Node(NodeId id, Role role) implements GraphKey {}

    /**
     * A call.
     *
     * @param alias the name by which the caller calls the callee, if it reached it as {@code remote}
     * @param link whether it is no call, but a link from one trace to another
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

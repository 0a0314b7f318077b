package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.NodeId;
import org.jspecify.annotations.Nullable;

/** What observations are added up by. Several keys may make up one node or edge of the answer. */
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
     */
    record Edge(NodeId from, NodeId to, @Nullable String alias) implements GraphKey {}
}

package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import com.anycompany.xray.local.trace.NodeId;
import java.util.stream.Stream;

/**
 * A connection between two nodes, as {@code edge(…)} sees it.
 *
 * @param seen what the caller saw of it: its subsegment; for the client's call, the root segment itself
 */
record Call(NodeId from, NodeId to, Entity seen) {

    static Stream<Call> of(AssembledTrace trace) {
        Stream<Call> fromClients = trace.segments().stream()
                .filter(EntityNode::isRoot)
                .map(root -> new Call(root.node().client(), root.node(), root.entity()));
        Stream<Call> between = trace.entities().stream()
                .flatMap(caller -> caller.callees().stream()
                        .map(callee -> new Call(caller.segment().node(), callee.node(), caller.entity())));
        return Stream.concat(fromClients, between);
    }
}

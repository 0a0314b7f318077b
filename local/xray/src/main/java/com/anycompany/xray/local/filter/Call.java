package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import com.anycompany.xray.local.trace.NodeId;
import java.util.stream.Stream;

/**
 * Call between two nodes: the subject of {@code edge(…)}.
 *
 * @param seen the caller's subsegment; the root segment for the call of a client
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

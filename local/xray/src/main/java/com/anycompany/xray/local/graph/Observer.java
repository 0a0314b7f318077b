package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.AssembledTrace;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityNode;
import com.anycompany.xray.local.segment.NodeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a trace what it adds to the service graph.
 *
 * <p>A node is observed through its own segments, an edge through the caller's subsegment: latency and outcome as the
 * caller saw them. A segment that is still in progress adds nothing, nor do the calls that it has already made.
 */
final class Observer {

    private final GraphKeys keys;
    private final Observations.Builder observations = new Observations.Builder();

    private Observer(GraphKeys keys) {
        this.keys = keys;
    }

    static Observations observe(AssembledTrace trace, GraphKeys keys) {
        Observer observer = new Observer(keys);
        trace.segments().forEach(observer::observeSegment);
        return observer.observations.build();
    }

    private void observeSegment(EntityNode segment) {
        if (segment.entity().inProgress()) {
            return;
        }
        NodeId node = segment.node();
        GraphKey.Role role = segment.isRoot() ? GraphKey.Role.ROOT : GraphKey.Role.REPORTED;
        observeNode(segment, role, envelope(segment));
        if (segment.isRoot()) {
            add(new GraphKey.Edge(node.client(), node, null), segment, segment.entity());
        }
        Deque<EntityNode> open = new ArrayDeque<>();
        open.add(segment);
        while (!open.isEmpty()) {
            EntityNode caller = open.remove();
            observeCalls(caller, node);
            open.addAll(caller.subsegments());
        }
    }

    private void observeCalls(EntityNode caller, NodeId from) {
        if (caller.callees().isEmpty()) {
            return;
        }
        Set<NodeId> reached = new HashSet<>();
        for (EntityNode callee : caller.callees()) {
            if (!callee.entity().inProgress() && reached.add(callee.node())) {
                observeCall(caller, from, callee);
            }
        }
    }

    private void observeCall(EntityNode caller, NodeId from, EntityNode callee) {
        if (callee.isInferred()) {
            observeNode(callee, GraphKey.Role.INFERRED, callee.entity().micros());
        }
        boolean seenByCaller = caller.parent() != null && !caller.entity().inProgress();
        add(
                new GraphKey.Edge(from, callee.node(), alias(caller.entity(), callee)),
                caller,
                seenByCaller ? caller.entity() : callee.entity());
    }

    private static @Nullable String alias(Entity call, EntityNode callee) {
        return !callee.isInferred() && "remote".equals(call.namespace()) ? call.name() : null;
    }

    private void observeNode(EntityNode node, GraphKey.Role role, long envelope) {
        Entity entity = node.entity();
        observations.add(
                keys.use(new GraphKey.Node(node.node(), role)),
                node.receivedMillis() / 1000,
                entity.outcome(),
                entity.micros(),
                envelope);
    }

    private void add(GraphKey.Edge edge, EntityNode at, Entity seen) {
        observations.add(keys.use(edge), at.receivedMillis() / 1000, seen.outcome(), seen.micros(), seen.micros());
    }

    /** From the start of a segment to the end of the last thing it began, asynchronous work included. */
    private static long envelope(EntityNode segment) {
        long end = segment.entity().end();
        Deque<EntityNode> open = new ArrayDeque<>(segment.subsegments());
        while (!open.isEmpty()) {
            EntityNode node = open.remove();
            end = Math.max(end, node.entity().end());
            open.addAll(node.subsegments());
        }
        return Math.max(0, end - segment.entity().start());
    }
}

package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Extractor of a trace's observations.
 *
 * <p>A node is observed by its own segments, an edge by the caller's subsegment, whose latency and outcome are those
 * that the caller saw. A segment in progress and its calls are not counted.
 */
final class Observer {

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final GraphKeys keys;
    private final @Nullable LinkObserver links;
    private final Observations.Builder observations = new Observations.Builder();

    /** Work list of a segment's traversal. */
    private final Deque<EntityNode> open = new ArrayDeque<>();

    private Observer(GraphKeys keys, @Nullable LinkObserver links) {
        this.keys = keys;
        this.links = links;
    }

    /** @param groups the groups that the trace is in */
    static Observations observe(AssembledTrace trace, long groups, GraphKeys keys, LinkedTraces linked) {
        Observer observer = new Observer(keys, trace.hasLinks() ? new LinkObserver(linked) : null);
        trace.segments().forEach(observer::observeSegment);
        return observer.observations.build(groups);
    }

    private void observeSegment(EntityNode segment) {
        if (segment.entity().inProgress()) {
            return;
        }
        NodeId node = segment.node();
        GraphKey.Role role = segment.isRoot() ? GraphKey.Role.ROOT : GraphKey.Role.REPORTED;
        if (segment.isRoot()) {
            add(GraphKey.Edge.call(node.client(), node, null), segment, segment.entity());
        }
        if (links != null) {
            for (LinkObserver.Source source : links.sources(segment)) {
                add(GraphKey.Edge.link(source.node(), node), segment, segment.entity(), source.ageMicros());
            }
        }
        long end = segment.entity().end();
        open.add(segment);
        while (!open.isEmpty()) {
            EntityNode caller = open.remove();
            end = Math.max(end, caller.entity().end());
            observeCalls(caller, node);
            caller.addSubsegmentsTo(open);
        }
        observeNode(segment, role, Math.max(0, end - segment.entity().start()));
    }

    private void observeCalls(EntityNode caller, NodeId from) {
        List<EntityNode> callees = caller.callees();
        boolean several = callees.size() > 1;
        Set<NodeId> reached = several ? new HashSet<>() : Set.of();
        for (EntityNode callee : callees) {
            if (!callee.entity().inProgress() && (!several || reached.add(callee.node()))) {
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
                GraphKey.Edge.call(from, callee.node(), alias(caller.entity(), callee)),
                caller,
                seenByCaller ? caller.entity() : callee.entity());
    }

    private static @Nullable String alias(Entity call, EntityNode callee) {
        return !callee.isInferred() && "remote".equals(call.namespace()) ? call.name() : null;
    }

    /** @param envelope from its start to the end of the last thing it began, asynchronous work included */
    private void observeNode(EntityNode node, GraphKey.Role role, long envelope) {
        Entity entity = node.entity();
        observations.add(
                keys.use(new GraphKey.Node(node.node(), role)),
                node.receivedMillis() / 1000,
                startSecond(entity),
                entity.outcome(),
                entity.micros(),
                envelope);
    }

    /** A time that is far in the future becomes one that an int can hold. */
    private static long startSecond(Entity entity) {
        return Math.min(Integer.MAX_VALUE - 1, entity.start() / MICROS_PER_SECOND);
    }

    private void add(GraphKey.Edge edge, EntityNode at, Entity seen) {
        add(edge, at, seen, seen.micros());
    }

    /** @param ageMicros of what arrives by a link; it takes the place of an envelope, which edges have not */
    private void add(GraphKey.Edge edge, EntityNode at, Entity seen, long ageMicros) {
        observations.add(
                keys.use(edge),
                at.receivedMillis() / 1000,
                startSecond(seen),
                seen.outcome(),
                seen.micros(),
                ageMicros);
    }
}

package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Link;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolver of links between traces: finds the node from which a link's edge starts.
 *
 * <pre>
 * T1  shop → SendMessage → queue (inferred)
 * T2  worker, links: [SendMessage of T1]           queue ⇢ worker
 * </pre>
 *
 * <p>The edge starts at the inferred callee of the linked entity, or at the entity's service if there is none. Its age
 * is the time from the end of the linked entity to the start of the segment.
 */
final class LinkObserver {

    private static final int MAX_LINKS = 100;

    private final LinkedTraces traces;
    private final Map<TraceId, Optional<AssembledTrace>> found = new HashMap<>();
    private int followed;

    /** A link's other end. */
    record Source(NodeId node, long ageMicros) {}

    LinkObserver(LinkedTraces traces) {
        this.traces = traces;
    }

    /** The sources of the links of a segment and its subsegments, each node once. */
    Iterable<Source> sources(EntityNode segment) {
        Set<Link> links = links(segment);
        if (links.isEmpty()) {
            return List.of();
        }
        Map<NodeId, Source> sources = new HashMap<>();
        for (Link link : links) {
            if (followed++ < MAX_LINKS) {
                source(link, segment.entity()).ifPresent(source -> sources.putIfAbsent(source.node(), source));
            }
        }
        return sources.values();
    }

    private static Set<Link> links(EntityNode segment) {
        Set<Link> links = Set.of();
        Deque<EntityNode> open = new ArrayDeque<>();
        open.add(segment);
        while (!open.isEmpty()) {
            EntityNode node = open.remove();
            if (!node.entity().links().isEmpty()) {
                links = links.isEmpty() ? new HashSet<>() : links;
                links.addAll(node.entity().links());
            }
            node.addSubsegmentsTo(open);
        }
        return links;
    }

    private Optional<Source> source(Link link, Entity to) {
        return found.computeIfAbsent(link.traceId(), id -> Optional.ofNullable(traces.find(id)))
                .flatMap(trace -> trace.entities().stream()
                        .filter(node -> node.entity().id() == link.id())
                        .findAny())
                .map(from -> new Source(node(from), age(from.entity(), to)));
    }

    private static NodeId node(EntityNode from) {
        return from.callees().stream()
                .filter(EntityNode::isInferred)
                .findFirst()
                .orElse(from.segment())
                .node();
    }

    private static long age(Entity from, Entity to) {
        return Math.max(0, to.start() - (from.inProgress() ? from.start() : from.end()));
    }
}

package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Thrown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Index of the exceptions of a trace, for entities whose {@code cause} is only the id of one. SDKs write that when an exception
 * propagates: the entity that it left first declares it, and those around it refer to it.
 */
final class CauseReferences {

    private final Map<Long, Thrown> thrown = new HashMap<>();
    private final Map<Long, EntityNode> owners = new HashMap<>();
    private final Map<EntityNode, EntityNode> callers = new HashMap<>();

    CauseReferences(AssembledTrace trace) {
        trace.entities().forEach(this::add);
    }

    private void add(EntityNode node) {
        for (Thrown each : node.entity().exceptions()) {
            if (thrown.putIfAbsent(each.id(), each) == null) {
                owners.put(each.id(), node);
            }
        }
        for (EntityNode callee : node.callees()) {
            callers.put(callee, node);
        }
    }

    /** The entity that called a segment. */
    @Nullable
    EntityNode caller(EntityNode segment) {
        return callers.get(segment);
    }

    /** The exceptions that an entity declares, or the one that it refers to. */
    List<Thrown> exceptions(Entity entity) {
        if (!entity.exceptions().isEmpty()) {
            return entity.exceptions();
        }
        Thrown declared = entity.causeId() == 0 ? null : thrown.get(entity.causeId());
        return declared == null ? List.of() : List.of(declared);
    }

    /**
     * The way from an entity, which isn't part of it, to the one below that declares the exception that it refers to; empty if it
     * refers to none, or to one elsewhere.
     */
    List<EntityNode> pathToOwner(EntityNode from) {
        Entity entity = from.entity();
        EntityNode owner =
                entity.causeId() == 0 || !entity.exceptions().isEmpty() ? null : owners.get(entity.causeId());
        Deque<EntityNode> path = new ArrayDeque<>();
        Set<EntityNode> seen = new HashSet<>();
        for (EntityNode at = owner; at != null && at != from; at = above(at)) {
            if (!seen.add(at)) {
                return List.of();
            }
            path.addFirst(at);
        }
        return !path.isEmpty() && above(path.getFirst()) == from ? List.copyOf(path) : List.of();
    }

    private @Nullable EntityNode above(EntityNode node) {
        EntityNode parent = node.parent();
        return parent == null ? callers.get(node) : parent;
    }
}

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
 * Index of the exceptions of a trace, for entities whose {@code cause} only refers to one. SDKs write that when an exception
 * propagates: the entity that it left first declares it, and those around it refer to it, by the exception's id
 * ({@code "cause": "id1"}) or, in Node.js, by the entity's ({@code "cause": {"id": "id1"}}).
 */
final class CauseReferences {

    private final AssembledTrace trace;
    private final Map<Long, Thrown> thrown = new HashMap<>();
    private final Map<Long, EntityNode> owners = new HashMap<>();
    private final Map<EntityNode, EntityNode> callers = new HashMap<>();

    CauseReferences(AssembledTrace trace) {
        this.trace = trace;
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
        if (entity.causeId() == 0) {
            return List.of();
        }
        Thrown declared = thrown.get(entity.causeId());
        if (declared != null) {
            return List.of(declared);
        }
        EntityNode owner = trace.entity(entity.causeId());
        return owner == null ? List.of() : owner.entity().exceptions();
    }

    private @Nullable EntityNode owner(long reference) {
        EntityNode owner = owners.get(reference);
        return owner == null ? trace.entity(reference) : owner;
    }

    /**
     * The way from an entity, which isn't part of it, to the one below that declares the exception that it refers to; empty if it
     * refers to none, or to one elsewhere.
     */
    List<EntityNode> pathToOwner(EntityNode from) {
        Entity entity = from.entity();
        boolean refers = entity.causeId() != 0 && entity.exceptions().isEmpty();
        EntityNode owner = refers ? owner(entity.causeId()) : null;
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

package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Node of an assembled trace: an entity with its parent, its subsegments and the segments that it called. */
public final class EntityNode {

    private final Entity entity;
    private final long receivedMillis;
    private final @Nullable EntityNode parent;
    private final EntityNode segment;
    private final @Nullable NodeId inferredNode;
    private @Nullable NodeId node;
    private List<EntityNode> subsegments = List.of();
    private List<EntityNode> callees = List.of();

    EntityNode(Entity entity, long receivedMillis, @Nullable EntityNode parent) {
        this.entity = entity;
        this.receivedMillis = receivedMillis;
        this.parent = parent;
        this.segment = parent == null ? this : parent.segment;
        this.inferredNode = null;
    }

    /** The segment that a call implies when its callee doesn't report. */
    private EntityNode(EntityNode call, NodeId node) {
        this.entity = Inference.infer(call.entity, node);
        this.receivedMillis = call.receivedMillis;
        this.parent = null;
        this.segment = this;
        this.inferredNode = node;
    }

    void add(EntityNode subsegment) {
        if (subsegments.isEmpty()) {
            subsegments = new ArrayList<>(4);
        }
        subsegments.add(subsegment);
    }

    void addCallee(EntityNode callee) {
        if (callees.isEmpty()) {
            callees = new ArrayList<>(1);
        }
        callees.add(callee);
    }

    EntityNode infer() {
        EntityNode inferred = new EntityNode(this, Inference.node(entity));
        addCallee(inferred);
        return inferred;
    }

    public Entity entity() {
        return entity;
    }

    public long receivedMillis() {
        return receivedMillis;
    }

    /** What encloses it in its segment, or null for the segment itself. */
    public @Nullable EntityNode parent() {
        return parent;
    }

    /** The segment that it belongs to. */
    public EntityNode segment() {
        return segment;
    }

    public List<EntityNode> subsegments() {
        return subsegments.isEmpty() ? List.of() : Collections.unmodifiableList(subsegments);
    }

    /** Adds those that it encloses to a queue, without a copy of the list; most entities enclose none. */
    public void addSubsegmentsTo(Deque<EntityNode> open) {
        for (int i = 0; i < subsegments.size(); i++) {
            open.add(subsegments.get(i));
        }
    }

    /** The segments, reported or inferred, whose parent it is. */
    public List<EntityNode> callees() {
        return callees.isEmpty() ? List.of() : Collections.unmodifiableList(callees);
    }

    public boolean isInferred() {
        return inferredNode != null;
    }

    /** Whether the request entered the system here. */
    public boolean isRoot() {
        return parent == null && inferredNode == null && entity.parentId() == 0;
    }

    /** The node of the service graph that this segment is an observation of. */
    public NodeId node() {
        if (inferredNode != null) {
            return inferredNode;
        }
        NodeId known = node;
        if (known == null) {
            known = new NodeId(entity.name(), entity.origin(), entity.accountId());
            node = known;
        }
        return known;
    }
}

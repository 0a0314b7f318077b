package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.ParsedDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Assembled trace: the entities of the documents that have arrived, connected.
 *
 * <p>Independent subsegments fold into their parent wherever it is, in an inline subsegment too; those whose parent
 * hasn't arrived are left out until it does. Each segment hangs below the subsegment that called it, and a completed
 * call that no reported segment answers for gets an inferred one.
 */
public final class AssembledTrace {

    private final List<EntityNode> segments = new ArrayList<>();
    private final List<EntityNode> inferred = new ArrayList<>();
    private final EntityTable attached;
    private final List<ParsedDocument> waiting;
    private boolean linked;

    private AssembledTrace(Collection<ParsedDocument> parts) {
        attached = new EntityTable(parts.size() * 4);
        Map<Long, List<ParsedDocument>> independent = new HashMap<>();
        for (ParsedDocument part : parts) {
            if (part.subsegment()) {
                independent
                        .computeIfAbsent(part.entity().parentId(), id -> new ArrayList<>())
                        .add(part);
            } else {
                segments.add(new EntityNode(part.entity(), part.receivedMillis(), null));
            }
        }
        Deque<EntityNode> open = new ArrayDeque<>();
        for (EntityNode segment : segments) {
            open.add(segment);
            fold(open, independent);
        }
        waiting = independent.values().stream().flatMap(List::stream).toList();
        segments.forEach(this::connect);
        attached.forEach(this::inferCallee);
        inferred.sort(AssembledTrace::byStart);
    }

    public static AssembledTrace of(Collection<ParsedDocument> parts) {
        return new AssembledTrace(parts);
    }

    private static int byStart(EntityNode one, EntityNode other) {
        int order = Long.compare(one.entity().start(), other.entity().start());
        return order != 0
                ? order
                : Long.compare(one.entity().parentId(), other.entity().parentId());
    }

    /** Not recursive: a chain of independent subsegments may be of any length. */
    private void fold(Deque<EntityNode> open, Map<Long, List<ParsedDocument>> independent) {
        while (!open.isEmpty()) {
            EntityNode node = open.remove();
            attached.addIfAbsent(node);
            linked |= !node.entity().links().isEmpty();
            for (Entity child : node.entity().subsegments()) {
                node.add(new EntityNode(child, node.receivedMillis(), node));
            }
            List<ParsedDocument> streamed = independent.isEmpty()
                    ? null
                    : independent.remove(node.entity().id());
            if (streamed != null) {
                streamed.forEach(part -> foldInto(node, part));
            }
            node.addSubsegmentsTo(open);
        }
    }

    private static void foldInto(EntityNode node, ParsedDocument part) {
        boolean known = node.entity().subsegments().stream()
                .anyMatch(inline -> inline.id() == part.entity().id());
        if (!known) {
            node.add(new EntityNode(part.entity(), part.receivedMillis(), node));
        }
    }

    private void connect(EntityNode segment) {
        EntityNode caller = attached.find(segment.entity().parentId());
        if (caller != null && caller.segment() != segment && segment.entity().parentId() != 0) {
            caller.addCallee(segment);
        }
    }

    private void inferCallee(EntityNode node) {
        Entity entity = node.entity();
        boolean unanswered = node.parent() != null
                && entity.isCall()
                && !entity.inProgress()
                && node.callees().isEmpty();
        if (unanswered) {
            inferred.add(node.infer());
        }
    }

    /** When the first of its documents came, in milliseconds since the epoch. A finished document counts, not the unfinished one before it. */
    public long firstReceivedMillis() {
        long first = Long.MAX_VALUE;
        for (EntityNode segment : segments) {
            first = Math.min(first, segment.receivedMillis());
        }
        for (ParsedDocument part : waiting) {
            first = Math.min(first, part.receivedMillis());
        }
        return first;
    }

    /** The segments that were reported. */
    public List<EntityNode> segments() {
        return Collections.unmodifiableList(segments);
    }

    public List<EntityNode> inferred() {
        return Collections.unmodifiableList(inferred);
    }

    /** Every attached entity that was reported, subsegments included. */
    public Collection<EntityNode> entities() {
        return attached;
    }

    /** The attached entity with that id; null if there is none. */
    @Nullable
    EntityNode entity(long id) {
        return attached.find(id);
    }

    /** Whether it continues other traces. */
    public boolean hasLinks() {
        return linked;
    }

    /** Where the request entered: the earliest segment without a parent. */
    public @Nullable EntityNode root() {
        return segments.stream()
                .filter(EntityNode::isRoot)
                .min(Comparator.comparingLong(node -> node.entity().start()))
                .orElse(null);
    }

    /** The independent subsegments whose parent hasn't arrived. */
    public List<ParsedDocument> waiting() {
        return waiting;
    }

    /** The calls whose callee is said to report itself, and hasn't yet. */
    public List<EntityNode> awaitingCallees() {
        return attached.stream().filter(AssembledTrace::awaitsCallee).toList();
    }

    /** Whether something is known to be missing: a parent that hasn't arrived, or an end. */
    public boolean isPartial() {
        return !waiting.isEmpty()
                || root() == null
                || segments.stream().anyMatch(this::isDetached)
                || attached.stream().anyMatch(node -> node.entity().inProgress() || awaitsCallee(node));
    }

    private static boolean awaitsCallee(EntityNode node) {
        return node.entity().traced()
                && node.parent() != null
                && node.callees().stream().allMatch(EntityNode::isInferred);
    }

    private boolean isDetached(EntityNode segment) {
        return !segment.isRoot() && attached.find(segment.entity().parentId()) == null;
    }
}

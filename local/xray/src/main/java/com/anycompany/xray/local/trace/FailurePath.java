package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Outcome;
import com.anycompany.xray.local.segment.Thrown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the root causes of failures of one kind.
 *
 * <p>A path begins at each service that failed while its caller didn't, and follows the failures down to an inferred
 * service if it can, else to the deepest exception. A bare flag, with neither of them, explains nothing and is left
 * out. It impacts the client only if it begins at the root.
 */
final class FailurePath {

    private final Predicate<Outcome> kind;
    private final Map<Long, Thrown> thrown = new HashMap<>();
    private final Set<EntityNode> visited = new HashSet<>();

    private FailurePath(AssembledTrace trace, Predicate<Outcome> kind) {
        this.kind = kind;
        trace.entities().forEach(node -> node.entity().exceptions().forEach(t -> thrown.putIfAbsent(t.id(), t)));
    }

    static List<RootCause> faults(AssembledTrace trace) {
        return new FailurePath(trace, outcome -> outcome == Outcome.FAULT).causes(trace);
    }

    static List<RootCause> errors(AssembledTrace trace) {
        return new FailurePath(trace, Outcome::isClientError).causes(trace);
    }

    private List<RootCause> causes(AssembledTrace trace) {
        Map<EntityNode, EntityNode> callers = new HashMap<>();
        trace.entities().forEach(node -> node.callees().forEach(callee -> callers.put(callee, node.segment())));
        List<RootCause> causes = new ArrayList<>();
        Stream.concat(trace.segments().stream(), trace.inferred().stream())
                .filter(this::failed)
                .filter(segment -> !calledByFailure(callers.get(segment)))
                .forEach(segment -> {
                    RootCause cause = follow(segment, trace.root());
                    if (cause != null) {
                        causes.add(cause);
                    }
                });
        return causes;
    }

    private boolean calledByFailure(@Nullable EntityNode caller) {
        return caller != null && failed(caller);
    }

    private @Nullable RootCause follow(EntityNode first, @Nullable EntityNode root) {
        EntityNode end = end(first);
        if (end == null) {
            return null;
        }
        RootCausePath path = new RootCausePath();
        for (EntityNode at : pathTo(end, first)) {
            path.add(at, 0, exceptions(at.entity()));
        }
        return new RootCause(path.services(), first == root);
    }

    private final Map<EntityNode, EntityNode> reachedFrom = new HashMap<>();

    /** The inferred service, else the deepest entity with an exception, that failures lead to. */
    private @Nullable EntityNode end(EntityNode first) {
        EntityNode deepest = null;
        Deque<EntityNode> open = new ArrayDeque<>();
        open.add(first);
        while (!open.isEmpty()) {
            EntityNode at = open.remove();
            if (at.isInferred()) {
                return at;
            }
            if (!exceptions(at.entity()).isEmpty()) {
                deepest = at;
            }
            Stream.concat(at.subsegments().stream(), at.callees().stream())
                    .filter(this::failed)
                    .filter(visited::add)
                    .forEach(child -> {
                        reachedFrom.put(child, at);
                        open.add(child);
                    });
        }
        return deepest;
    }

    private List<EntityNode> pathTo(EntityNode end, EntityNode first) {
        Deque<EntityNode> path = new ArrayDeque<>();
        for (EntityNode at = end; at != null; at = at == first ? null : reachedFrom.get(at)) {
            path.addFirst(at);
        }
        return List.copyOf(path);
    }

    private boolean failed(EntityNode node) {
        return !node.entity().inProgress() && kind.test(node.entity().outcome());
    }

    private List<Thrown> exceptions(Entity entity) {
        if (!entity.exceptions().isEmpty()) {
            return entity.exceptions();
        }
        Thrown declared = entity.causeId() == 0 ? null : thrown.get(entity.causeId());
        return declared == null ? List.of() : List.of(declared);
    }
}

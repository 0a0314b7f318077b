package com.anycompany.xray.local.trace;

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
 * service if it can, else to the deepest exception. An entity that refers to an exception leads to the one that declares it, and
 * nowhere else; from there only failed callees are followed. A bare flag, with none of these, explains nothing and is left out. A
 * path impacts the client only if it begins at the root.
 *
 * <pre>
 * checkout, cause: id1          the path is checkout → payments[id1]
 *   payments, declares id1
 *   audit, declares id2         handled
 *   bank, remote                handled: a cause of its own, without impact on the client
 * </pre>
 */
final class FailurePath {

    private final Predicate<Outcome> kind;
    private final AssembledTrace trace;
    private final CauseReferences references;
    private final Set<EntityNode> visited = new HashSet<>();
    private final Map<EntityNode, EntityNode> reachedFrom = new HashMap<>();

    /** Entities of which only a part was followed, because a reference leads there. */
    private final Set<EntityNode> partlyFollowed = new HashSet<>();

    private FailurePath(AssembledTrace trace, Predicate<Outcome> kind, CauseReferences references) {
        this.trace = trace;
        this.kind = kind;
        this.references = references;
    }

    static List<RootCause> faults(AssembledTrace trace, CauseReferences references) {
        return new FailurePath(trace, outcome -> outcome == Outcome.FAULT, references).causes();
    }

    static List<RootCause> errors(AssembledTrace trace, CauseReferences references) {
        return new FailurePath(trace, Outcome::isClientError, references).causes();
    }

    private List<RootCause> causes() {
        List<EntityNode> failed = Stream.concat(trace.segments().stream(), trace.inferred().stream())
                .filter(this::failed)
                .toList();
        if (failed.isEmpty()) {
            return List.of();
        }
        EntityNode root = trace.root();
        List<RootCause> causes = new ArrayList<>();
        for (EntityNode segment : failed) {
            if (!isCalledByFailure(segment)) {
                follow(segment, segment == root, causes);
            }
        }
        for (EntityNode segment : failed) {
            if (!visited.contains(segment) && isLeftAside(segment)) {
                follow(segment, false, causes);
            }
        }
        return causes;
    }

    private boolean isCalledByFailure(EntityNode segment) {
        EntityNode caller = references.caller(segment);
        return caller != null && failed(caller.segment());
    }

    /** Whether its caller failed for another reason, to which a reference led. */
    private boolean isLeftAside(EntityNode segment) {
        EntityNode at = references.caller(segment);
        while (at != null && !partlyFollowed.contains(at)) {
            at = at.parent();
        }
        return at != null;
    }

    private void follow(EntityNode first, boolean clientImpacting, List<RootCause> causes) {
        visited.add(first);
        EntityNode end = end(first);
        if (end != null) {
            RootCausePath path = new RootCausePath();
            for (EntityNode at : pathTo(end, first)) {
                path.add(at, 0, shownExceptions(at));
            }
            causes.add(new RootCause(path.services(), clientImpacting));
        }
    }

    /** Its own; those that it refers to only if they aren't further down. */
    private List<Thrown> shownExceptions(EntityNode node) {
        return partlyFollowed.contains(node) && node.entity().exceptions().isEmpty()
                ? List.of()
                : references.exceptions(node.entity());
    }

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
            EntityNode owner = followReference(at);
            if (owner != at || !references.exceptions(at.entity()).isEmpty()) {
                deepest = owner;
            }
            Stream<EntityNode> below = partlyFollowed.contains(owner) ? Stream.of() : at.subsegments().stream();
            Stream.concat(below, owner.callees().stream())
                    .filter(this::failed)
                    .filter(visited::add)
                    .forEach(child -> {
                        reachedFrom.put(child, owner);
                        open.add(child);
                    });
        }
        return deepest;
    }

    /** The entity that declares the exception that this one refers to, or else this one. */
    private EntityNode followReference(EntityNode from) {
        List<EntityNode> path = references.pathToOwner(from);
        if (path.isEmpty() || path.stream().anyMatch(visited::contains)) {
            return from;
        }
        EntityNode at = from;
        for (EntityNode next : path) {
            partlyFollowed.add(at);
            visited.add(next);
            reachedFrom.put(next, at);
            at = next;
        }
        partlyFollowed.add(at);
        return at;
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
}

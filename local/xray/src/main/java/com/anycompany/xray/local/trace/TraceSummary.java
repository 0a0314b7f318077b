package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Aws;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Summary of a trace, as GetTraceSummaries returns it. Times are microseconds.
 *
 * @param duration null while nothing has ended
 * @param responseTime of the root, null while it runs or is missing
 * @param annotations key, then value, then the services that set it
 */
public record TraceSummary(
        long start,
        @Nullable Long duration,
        @Nullable Long responseTime,
        @Nullable EntityNode root,
        boolean partial,
        Map<String, Map<Object, Set<NodeId>>> annotations,
        Map<String, Set<NodeId>> users,
        Set<NodeId> services,
        Set<String> resourceArns,
        Set<String> instanceIds,
        Set<String> availabilityZones,
        RootCauses rootCauses) {

    /** A caller that starts with its callee ends after it. */
    private static final Comparator<EntityNode> CALL_ORDER = Comparator.comparing((EntityNode node) -> !node.isRoot())
            .thenComparingLong(node -> node.entity().start())
            .thenComparingLong(node -> -node.entity().end());

    public static TraceSummary of(AssembledTrace trace) {
        return of(trace, RootCauses.of(trace));
    }

    public static TraceSummary of(AssembledTrace trace, RootCauses rootCauses) {
        EntityNode root = trace.root();
        Collection<EntityNode> entities = trace.entities();
        long start =
                entities.stream().mapToLong(node -> node.entity().start()).min().orElse(0);
        return new TraceSummary(
                start,
                duration(entities, root, start),
                responseTime(root),
                root,
                trace.isPartial(),
                annotations(entities),
                users(entities),
                services(trace),
                texts(trace, Entity::resourceArn),
                texts(trace, entity -> aws(entity, Aws::instanceId)),
                texts(trace, entity -> aws(entity, Aws::availabilityZone)),
                rootCauses);
    }

    /** From the first start to the last end, asynchronous work included; unknown while the root runs. */
    private static @Nullable Long duration(Collection<EntityNode> entities, @Nullable EntityNode root, long start) {
        if (root != null && root.entity().inProgress()) {
            return null;
        }
        long end =
                entities.stream().mapToLong(node -> node.entity().end()).max().orElse(Entity.IN_PROGRESS);
        return end == Entity.IN_PROGRESS ? null : (Long) Math.max(0, end - start);
    }

    private static @Nullable Long responseTime(@Nullable EntityNode root) {
        return root == null || root.entity().inProgress()
                ? null
                : (Long) root.entity().micros();
    }

    private static Map<String, Map<Object, Set<NodeId>>> annotations(Collection<EntityNode> entities) {
        Map<String, Map<Object, Set<NodeId>>> annotations = new LinkedHashMap<>();
        for (EntityNode node : entities) {
            node.entity()
                    .annotations()
                    .forEach((key, value) -> annotations
                            .computeIfAbsent(key, name -> new LinkedHashMap<>())
                            .computeIfAbsent(value, any -> new LinkedHashSet<>())
                            .add(node.segment().node()));
        }
        return annotations;
    }

    private static Map<String, Set<NodeId>> users(Collection<EntityNode> entities) {
        Map<String, Set<NodeId>> users = new LinkedHashMap<>();
        for (EntityNode node : entities) {
            String user = node.entity().user();
            if (user != null) {
                users.computeIfAbsent(user, name -> new LinkedHashSet<>())
                        .add(node.segment().node());
            }
        }
        return users;
    }

    /** In the order of the calls: the root first, then by start. */
    private static Set<NodeId> services(AssembledTrace trace) {
        List<EntityNode> nodes = new ArrayList<>(trace.segments());
        nodes.addAll(trace.inferred());
        nodes.sort(CALL_ORDER);
        Set<NodeId> services = new LinkedHashSet<>();
        for (EntityNode segment : nodes) {
            services.add(segment.node());
            if (segment.isRoot()) {
                services.add(segment.node().client());
            }
        }
        return services;
    }

    private static Set<String> texts(AssembledTrace trace, Function<Entity, @Nullable String> field) {
        Set<String> texts = new LinkedHashSet<>();
        List<EntityNode> segments = trace.segments();
        segments.stream()
                .map(node -> field.apply(node.entity()))
                .filter(Objects::nonNull)
                .forEach(texts::add);
        return texts;
    }

    private static @Nullable String aws(Entity entity, Function<Aws, @Nullable String> field) {
        Aws aws = entity.aws();
        return aws == null ? null : field.apply(aws);
    }

    /** Of the root alone: a failure further down that was handled is none of the trace. */
    public boolean has(Outcome outcome) {
        return root != null && !root.entity().inProgress() && root.entity().outcome() == outcome;
    }
}

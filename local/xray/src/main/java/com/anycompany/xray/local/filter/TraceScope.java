package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a whole trace. Outcome, response time and HTTP block are those of its root: a failure that a caller handled is
 * found by {@code service() { fault }}, but not by {@code fault}. Users, instances, zones and annotations match if any segment has
 * them.
 */
final class TraceScope {

    private TraceScope() {}

    static Scope<Subject> create() {
        Scope<Subject> scope = new Scope<>("at the top");
        Fields.addOutcomeAndHttp(scope, TraceScope::root);
        RootCauseScopes.addTo(scope);
        return scope.with("responsetime", Field.number(subject -> Fields.seconds(root(subject))))
                .with("duration", Field.number(subject -> duration(subject.trace())))
                .with("partial", Field.flag(subject -> subject.trace().isPartial()))
                .with(
                        "inferred",
                        Field.flag(subject -> !subject.trace().inferred().isEmpty()))
                .with("user", anySegment(entity -> Fields.optional(entity.user())))
                .with("instance.id", anySegment(Fields::instanceId))
                .with("availabilityzone", anySegment(Fields::availabilityZone))
                .with("resource.arn", anySegment(entity -> Fields.optional(entity.resourceArn())))
                .with("service", Scopes.segment(), TraceScope::allSegments, segment -> List.of(segment.node()))
                .with(
                        "edge",
                        Scopes.call(),
                        subject -> Call.of(subject.trace()),
                        call -> List.of(call.from(), call.to()))
                .withAnnotations(subject -> subject.trace().entities().stream()
                        .map(node -> node.entity().annotations()));
    }

    private static @Nullable Entity root(Subject subject) {
        EntityNode root = subject.trace().root();
        return root == null ? null : root.entity();
    }

    private static Stream<EntityNode> allSegments(Subject subject) {
        AssembledTrace trace = subject.trace();
        return Stream.concat(trace.segments().stream(), trace.inferred().stream());
    }

    private static Field<Subject> anySegment(Function<Entity, List<String>> texts) {
        return Field.texts(subject -> subject.trace().segments().stream()
                .map(EntityNode::entity)
                .map(texts)
                .flatMap(Collection::stream)
                .toList());
    }

    /** The duration in seconds, from the first start to the last end; NaN while everything is in progress. */
    private static double duration(AssembledTrace trace) {
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (EntityNode node : trace.entities()) {
            start = Math.min(start, node.entity().start());
            if (!node.entity().inProgress()) {
                end = Math.max(end, node.entity().end());
            }
        }
        return end < start ? Double.NaN : (end - start) / Fields.MICROS_PER_SECOND;
    }
}

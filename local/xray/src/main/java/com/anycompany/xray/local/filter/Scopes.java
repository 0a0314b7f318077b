package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.trace.EntityNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scopes inside braces: a segment for service(), a call for edge(). */
final class Scopes {

    private Scopes() {}

    static Scope<EntityNode> segment() {
        Scope<EntityNode> scope = new Scope<>("inside service() braces");
        Fields.addOutcomeAndHttp(scope, EntityNode::entity);
        return scope.with("responsetime", Field.number(node -> Fields.seconds(node.entity())))
                .with("duration", Field.number(node -> Fields.seconds(node.entity())))
                .with("root", Field.flag(EntityNode::isRoot))
                .with("inferred", Field.flag(EntityNode::isInferred))
                .with("partial", Field.flag(node -> node.entity().inProgress()))
                .with("name", Field.texts(node -> List.of(node.node().name())))
                .with("type", Field.texts(node -> Fields.optional(node.node().type())))
                .with("user", Field.texts(node -> Fields.optional(node.entity().user())))
                .with("instance.id", Field.texts(node -> Fields.instanceId(node.entity())))
                .with("availabilityzone", Field.texts(node -> Fields.availabilityZone(node.entity())))
                .with(
                        "resource.arn",
                        Field.texts(node -> Fields.optional(node.entity().resourceArn())))
                .withAnnotations(node -> annotations(node));
    }

    /** A segment's own annotations and those of its subsegments. */
    private static Stream<Map<String, Object>> annotations(EntityNode node) {
        return Stream.concat(
                Stream.of(node.entity().annotations()),
                node.subsegments().stream().flatMap(Scopes::annotations));
    }

    static Scope<Call> call() {
        Scope<Call> scope = new Scope<>("inside edge() braces");
        Fields.addOutcomeAndHttp(scope, Call::seen);
        return scope.with("responsetime", Field.number(call -> Fields.seconds(call.seen())))
                .with("duration", Field.number(call -> Fields.seconds(call.seen())))
                .withAnnotations(call -> Stream.of(call.seen()).map(Entity::annotations));
    }
}

package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.filter.FilterExpressionParser.EdgesContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.EntityContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ServicesContext;
import com.anycompany.xray.local.trace.NodeId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compiled entity selector: chooses nodes or edges of a service graph.
 *
 * <pre>
 * service("back")                                                   the node back
 * edge("front", id(name: "Carts", type: "AWS::DynamoDB::Table"))    the calls from front to the table
 * (empty)                                                           the calls from clients
 * </pre>
 */
public final class EntitySelector {

    private static final Predicate<NodeId> ANY = node -> true;

    private final boolean ofServices;
    private final Predicate<NodeId> source;
    private final Predicate<NodeId> target;

    private EntitySelector(boolean ofServices, Predicate<NodeId> source, Predicate<NodeId> target) {
        this.ofServices = ofServices;
        this.source = source;
        this.target = target;
    }

    static EntitySelector of(@Nullable EntityContext entity) {
        if (entity instanceof ServicesContext services) {
            return new EntitySelector(true, ANY, Selector.of(services.target).and(node -> !node.isClient()));
        }
        if (entity instanceof EdgesContext edges) {
            Selector.checkEdge(edges.source, edges.target, edges.getStart().getStartIndex() + 1);
            Predicate<NodeId> source = Selector.of(edges.source);
            boolean fromClients = Selector.requiresClient(edges.source);
            return new EntitySelector(
                    false, fromClients ? source : source.and(node -> !node.isClient()), Selector.of(edges.target));
        }
        return new EntitySelector(false, NodeId::isClient, ANY);
    }

    /** Whether it chooses nodes, not edges. */
    public boolean ofServices() {
        return ofServices;
    }

    public boolean matchesService(NodeId node) {
        return ofServices && target.test(node);
    }

    public boolean matchesEdge(NodeId from, NodeId to) {
        return !ofServices && source.test(from) && target.test(to);
    }
}

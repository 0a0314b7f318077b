package com.anycompany.xray.local.junit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a service graph. The node that X-Ray adds for a root's callers, of type client, is left out. */
public final class ServiceGraphAssert extends AbstractAssert<ServiceGraphAssert, ServiceGraph> {

    private static final String CLIENT = "client";

    ServiceGraphAssert(ServiceGraph actual) {
        super(actual, ServiceGraphAssert.class);
    }

    private List<ServiceGraph.Service> services() {
        return actual.services().stream()
                .filter(service -> !service.type().equals(CLIENT))
                .toList();
    }

    private List<ServiceGraph.Edge> edges() {
        return actual.edges().stream()
                .filter(edge -> !edge.from().type().equals(CLIENT))
                .toList();
    }

    public ServiceGraphAssert hasService(String name) {
        if (services().stream().noneMatch(service -> service.name().equals(name))) {
            failWithMessage("There is no service \"%s\" in%n%s", name, actual);
        }
        return this;
    }

    /** For example {@code hasService("Carts", "AWS::DynamoDB::Table")}. */
    public ServiceGraphAssert hasService(String name, String type) {
        if (services().stream()
                .noneMatch(each -> each.name().equals(name) && each.type().equals(type))) {
            failWithMessage("There is no service \"%s\" of type %s in%n%s", name, type, actual);
        }
        return this;
    }

    public ServiceGraphAssert hasOnlyServices(String... names) {
        Set<String> found =
                services().stream().map(ServiceGraph.Service::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(List.of(names));
        if (!found.equals(expected)) {
            failWithMessage("Expected the services %s, but there are %s in%n%s", expected, found, actual);
        }
        return this;
    }

    public ServiceGraphAssert hasEdge(String from, String to) {
        edge(from, to);
        return this;
    }

    public ServiceGraphAssert hasNoEdge(String from, String to) {
        edges().stream()
                .filter(edge -> connects(edge, from, to))
                .findFirst()
                .ifPresent(edge -> failWithMessage("\"%s\" should not call \"%s\" in%n%s", from, to, actual));
        return this;
    }

    /** Goes on with the calls from one to the other. */
    public StatisticsAssert edge(String from, String to) {
        return edges().stream()
                .filter(edge -> connects(edge, from, to))
                .findFirst()
                .map(edge -> new StatisticsAssert(edge.statistics(), from + " -> " + to))
                .orElseThrow(() -> failure("\"%s\" doesn't call \"%s\" in%n%s", from, to, actual));
    }

    /** Goes on with what a service answered. */
    public StatisticsAssert service(String name) {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .map(service -> new StatisticsAssert(service.statistics(), name))
                .orElseThrow(() -> failure("There is no service \"%s\" in%n%s", name, actual));
    }

    private static boolean connects(ServiceGraph.Edge edge, String from, String to) {
        return edge.from().name().equals(from) && edge.to().name().equals(to);
    }
}

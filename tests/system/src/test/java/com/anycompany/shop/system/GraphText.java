package com.anycompany.shop.system;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.xray.model.Service;

/**
 * A service graph as text that can be compared: a line per node, its type in brackets, with the nodes that it calls.
 *
 * <pre>
 * cartservice -> Carts, catalogservice
 * Carts [AWS::DynamoDB::Table]
 * </pre>
 */
final class GraphText {

    private GraphText() {}

    static String of(List<Service> services) {
        Map<Integer, Service> byReference =
                services.stream().collect(Collectors.toMap(Service::referenceId, Function.identity()));
        return services.stream()
                .map(service -> line(service, byReference))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String line(Service service, Map<Integer, Service> byReference) {
        String targets = service.edges().stream()
                .map(edge -> name(Objects.requireNonNull(byReference.get(edge.referenceId()))))
                .sorted()
                .collect(Collectors.joining(", "));
        return Stream.of(name(service), targets).filter(part -> !part.isEmpty()).collect(Collectors.joining(" -> "));
    }

    private static String name(Service service) {
        return service.type() == null ? service.name() : service.name() + " [" + service.type() + "]";
    }
}

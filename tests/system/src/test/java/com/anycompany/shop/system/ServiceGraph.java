package com.anycompany.shop.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The expected service graph, {@code tests/service-graph.yaml}; the tests of the manifests read the same file. */
record ServiceGraph(Map<String, Map<String, List<String>>> services) {

    private static final String TABLE = " [AWS::DynamoDB::Table]";

    static ServiceGraph expected() {
        try (Reader file = Files.newBufferedReader(Repository.root().resolve("tests/service-graph.yaml"))) {
            return new ServiceGraph(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The services that call a service. */
    List<String> callers(String callee) {
        return services.keySet().stream()
                .filter(service -> calls(service, callee))
                .toList();
    }

    /** The tables that the services use. */
    List<String> tables() {
        return services.keySet().stream()
                .flatMap(service -> targets(service, "tables").stream())
                .toList();
    }

    boolean calls(String service, String callee) {
        return targets(service, "calls").contains(callee);
    }

    boolean uses(String service, String table) {
        return targets(service, "tables").contains(table);
    }

    /** As {@link GraphText} prints what was traced, with the browsers and scripts that call the frontend. */
    String text() {
        Stream<String> nodes = services.keySet().stream().map(this::line);
        Stream<String> tables = tables().stream().map(table -> table + TABLE);
        return Stream.of(nodes, tables, Stream.of("frontend [client] -> frontend"))
                .flatMap(lines -> lines)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String line(String service) {
        TreeSet<String> targets = new TreeSet<>(targets(service, "calls"));
        targets(service, "tables").forEach(table -> targets.add(table + TABLE));
        return targets.isEmpty() ? service : service + " -> " + String.join(", ", targets);
    }

    private List<String> targets(String service, String kind) {
        return services.getOrDefault(service, Map.of()).getOrDefault(kind, List.of());
    }
}

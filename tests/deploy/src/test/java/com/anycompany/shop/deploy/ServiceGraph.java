package com.anycompany.shop.deploy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The service graph of {@code tests/service-graph.yaml}, with which the running shop is compared, too.
 *
 * @param calls the services that each service calls
 * @param tables the tables that each service uses
 */
record ServiceGraph(Map<String, Set<String>> calls, Map<String, Set<String>> tables) {

    static ServiceGraph read() throws IOException {
        Map<String, Set<String>> calls = new TreeMap<>();
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Reader file = Files.newBufferedReader(Repository.root().resolve("tests/service-graph.yaml"))) {
            Map<String, Map<String, List<String>>> services =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            services.forEach((service, targets) -> {
                calls.put(service, new TreeSet<>(targets.getOrDefault("calls", List.of())));
                tables.put(service, new TreeSet<>(targets.getOrDefault("tables", List.of())));
            });
        }
        return new ServiceGraph(calls, tables);
    }

    Set<String> services() {
        return calls.keySet();
    }

    Set<String> withTable() {
        return services().stream()
                .filter(service -> !tables.get(service).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The environment variables with the addresses of the services that others call: {@code CATALOG_ENDPOINT}. */
    Set<String> endpointVariables() {
        return calls.values().stream()
                .flatMap(Set::stream)
                .map(service -> service.replaceFirst("service$", "").toUpperCase(Locale.ROOT) + "_ENDPOINT")
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package com.anycompany.xray.local.junit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A service graph: nodes by name and type, and the calls between them. */
public record ServiceGraph(List<Service> services, List<Edge> edges) {

    /** A node; {@code type} is empty for a service that X-Ray knows only by name. */
    public record Service(String name, String type, Statistics statistics) {

        @Override
        public String toString() {
            return name + (type.isEmpty() ? "" : " [" + type + "]");
        }
    }

    /** The calls from one node to another, as the caller saw them. */
    public record Edge(Service from, Service to, Statistics statistics) {

        @Override
        public String toString() {
            return from + " -> " + to + "  " + statistics;
        }
    }

    /** Requests by their outcome; each is counted once. */
    public record Statistics(long ok, long error, long throttle, long fault) {

        static Statistics of(Map<?, ?> node) {
            Map<?, ?> summary = map(node, "SummaryStatistics");
            Map<?, ?> errors = map(summary, "ErrorStatistics");
            return new Statistics(
                    count(summary, "OkCount"),
                    count(errors, "OtherCount"),
                    count(errors, "ThrottleCount"),
                    count(map(summary, "FaultStatistics"), "TotalCount"));
        }

        private static Map<?, ?> map(Map<?, ?> owner, String name) {
            return owner.get(name) instanceof Map<?, ?> map ? map : Map.of();
        }

        private static long count(Map<?, ?> owner, String name) {
            return owner.get(name) instanceof Number number ? number.longValue() : 0;
        }

        public long total() {
            return ok + error + throttle + fault;
        }

        @Override
        public String toString() {
            return "%d ok, %d error, %d throttle, %d fault".formatted(ok, error, throttle, fault);
        }
    }

    static ServiceGraph of(List<Map<?, ?>> nodes) {
        Map<Object, Service> byReference = new HashMap<>();
        List<Service> services = new ArrayList<>();
        for (Map<?, ?> node : nodes) {
            Object type = node.get("Type");
            Service service = new Service(
                    String.valueOf(node.get("Name")), type == null ? "" : type.toString(), Statistics.of(node));
            byReference.put(String.valueOf(node.get("ReferenceId")), service);
            services.add(service);
        }
        List<Edge> edges = new ArrayList<>();
        for (Map<?, ?> node : nodes) {
            for (Map<?, ?> edge : ApiClient.list(node, "Edges")) {
                Service from = byReference.get(String.valueOf(node.get("ReferenceId")));
                Service to = byReference.get(String.valueOf(edge.get("ReferenceId")));
                if (from != null && to != null) {
                    edges.add(new Edge(from, to, Statistics.of(edge)));
                }
            }
        }
        return new ServiceGraph(List.copyOf(services), List.copyOf(edges));
    }

    /** Nodes and edges line by line, as failures show them. */
    @Override
    public String toString() {
        return "services:"
                + services.stream()
                        .map(each -> "\n  " + each + "  " + each.statistics())
                        .sorted()
                        .collect(Collectors.joining())
                + "\ncalls:"
                + edges.stream().map(each -> "\n  " + each).sorted().collect(Collectors.joining());
    }
}

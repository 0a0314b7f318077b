package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The shop on Kubernetes, with the manifests of EKS: what only a cluster can show, such as an update under traffic. Takes
 * about five minutes, and any cluster: see CONTRIBUTING.md.
 */
@ExtendWith(NeedsCluster.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Pattern PROGRESS = Pattern.compile("requests ([\\d,]+) .* errors (.*)");

    /** Tries to connect to each service for two seconds, all at once, and names those that it reaches. */
    private static final String KNOCK = Shop.SERVICES.stream()
                    .map(service ->
                            "(timeout 2 bash -c '</dev/tcp/%1$s/80' 2>/dev/null && echo %1$s) &".formatted(service))
                    .collect(Collectors.joining(" "))
            + " wait";

    private static @Nullable Cluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = Cluster.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void order_isOneWholeTraceThroughTheDaemonOfTheNode() throws IOException, InterruptedException {
        String expected = OrderTraceIT.read("confirmed-order.txt");
        HttpShopper shopper =
                new HttpShopper(cluster.forward("frontend-external", 80).toString());
        try (Traces traces = new Traces(cluster.forward("xray-local", 2000))) {
            await().ignoreExceptions().atMost(TIMEOUT).untilAsserted(() -> {
                Journey journey = new Journey(shopper);
                Answer order = journey.placeOrder(journey.toCheckout(), Journey.ACCEPTED_CARD);
                assertThat(order.status()).isEqualTo(303);
                await().atMost(Duration.ofSeconds(8))
                        .untilAsserted(
                                () -> assertThat(traces.tree(order.traceId())).isEqualTo(expected));
            });
        }
        assertThat(cluster.kubectl("-n", "kube-system", "logs", "daemonset/xray-daemon-local"))
                .contains("Successfully sent batch");
    }

    @Test
    @Order(2)
    void nothing_wasRestarted() throws IOException, InterruptedException {
        assertThat(cluster.get("pods").path("items")).hasSizeGreaterThan(14).allSatisfy(pod -> {
            JsonNode container = pod.path("status").path("containerStatuses").get(0);
            assertThat(container.path("restartCount").asInt())
                    .as("%s: %s", container.path("name"), container.path("lastState"))
                    .isZero();
        });
    }

    /** The calls of the service graph are allowed and no others; the load generator reaches the storefront only. */
    @Test
    @Order(3)
    void network_letsThroughTheCallsOfTheServiceGraph() throws IOException, InterruptedException {
        Map<String, Set<String>> reached = new TreeMap<>();
        for (String caller : Shop.SERVICES) {
            reached.put(caller, reachedFrom(caller));
        }
        reached.put("loadgenerator", reachedFrom("loadgenerator"));

        assumeThat(reached.values())
                .as("a cluster whose network plug-in enforces policies")
                .anyMatch(callees -> !callees.containsAll(Shop.SERVICES));
        assertThat(reached).isEqualTo(expected());
    }

    private static Map<String, Set<String>> expected() {
        Map<String, Set<String>> calls = new TreeMap<>();
        ServiceGraph graph = ServiceGraph.expected();
        for (String caller : Shop.SERVICES) {
            calls.put(
                    caller,
                    Shop.SERVICES.stream()
                            .filter(callee -> graph.calls(caller, callee))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        calls.put("loadgenerator", Set.of("frontend"));
        return calls;
    }

    private static Set<String> reachedFrom(String caller) throws IOException, InterruptedException {
        String callees = cluster.kubectl("exec", "deployment/" + caller, "--", "bash", "-c", KNOCK);
        return callees.lines()
                .filter(Shop.SERVICES::contains) // kubectl has its own to say at times
                .filter(callee -> !callee.equals(caller))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(4)
    void update_losesNoRequest() throws IOException, InterruptedException {
        sendShoppers();
        for (String service : List.of("catalogservice", "orderservice", "frontend")) {
            long before = await().until(ClusterIT::requests, count -> count > 0);

            cluster.kubectl("rollout", "restart", "deployment/" + service);
            cluster.awaitRollouts();

            await().atMost(TIMEOUT)
                    .until(() -> cluster.get("pods", "-l", "app=" + service)
                                    .path("items")
                                    .size()
                            == 2);
            long after = requests();
            await().atMost(TIMEOUT).until(() -> requests() > Math.max(after, before + 50));
            assertThat(errors()).as("errors while %s was updated", service).isEqualTo("none");
        }
    }

    /** Eight who think a second, where the manifest has two who think for long, and a line about them every two seconds. */
    private static void sendShoppers() throws IOException, InterruptedException {
        cluster.kubectl("patch", "deployment/loadgenerator", "--type", "json", "--patch", """
                [{"op": "replace", "path": "/spec/template/spec/containers/0/args", "value": ["--url", "http://frontend",
                  "--shoppers", "8", "--think", "500ms..1500ms", "--progress", "2s"]}]""");
        cluster.awaitRollouts();
    }

    /** How many requests the shoppers have made; none before the first line about them. */
    private static long requests() throws IOException, InterruptedException {
        return progress()
                .map(line -> Long.parseLong(line.group(1).replace(",", "")))
                .orElse(0L);
    }

    private static String errors() throws IOException, InterruptedException {
        return progress().map(line -> line.group(2)).orElse("unknown");
    }

    private static Optional<MatchResult> progress() throws IOException, InterruptedException {
        Matcher line = PROGRESS.matcher(cluster.kubectl("logs", "deployment/loadgenerator", "--tail", "1"));
        return line.results().findFirst();
    }

    @Test
    @Order(5)
    void randomizer_killsAPodAndSaysSo() throws IOException, InterruptedException {
        Instant before = Instant.now();
        Events events = new Events(cluster.forward("xray-local", 2000));

        cluster.kubectl("apply", "-f", "deploy/eks/randomizer.yaml");
        cluster.kubectl("set", "env", "deployment/randomizer", "RANDOMIZER_MIN=5s", "RANDOMIZER_MAX=10s");
        try {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.since(before))
                            .anyMatch(event -> event.startsWith("chaos: ") && event.contains(" was killed (pod "))
                            .anyMatch(event -> event.startsWith("recovered: ")));
            assertThat(cluster.kubectl("logs", "deployment/randomizer")).doesNotContain("failed");
            assertThat(randomizerMay("delete", "pods")).isTrue();
            assertThat(randomizerMay("delete", "pods", "-n", "kube-system")).isFalse();
            assertThat(randomizerMay("create", "pods")).isFalse();
            assertThat(randomizerMay("get", "secrets")).isFalse();
        } finally {
            cluster.kubectl("delete", "-f", "deploy/eks/randomizer.yaml");
        }
        cluster.awaitRollouts();
    }

    private static boolean randomizerMay(String... action) {
        List<String> arguments = new ArrayList<>(List.of("auth", "can-i"));
        arguments.addAll(List.of(action));
        arguments.add("--as=system:serviceaccount:" + Cluster.NAMESPACE + ":randomizer");
        return cluster.works(arguments.toArray(String[]::new));
    }

    @Test
    @Order(6)
    void drain_takesOneReplicaAtATime() throws IOException, InterruptedException {
        List<String> pods = new ArrayList<>();
        cluster.get("pods", "-l", "app=orderservice")
                .path("items")
                .forEach(pod -> pods.add(pod.path("metadata").path("name").asString()));

        List<Boolean> evicted = new ArrayList<>();
        for (String pod : pods) {
            evicted.add(isEvicted(pod));
        }

        assertThat(evicted).containsExactly(true, false);
    }

    /** Asks for it as {@code kubectl drain} does. */
    private static boolean isEvicted(String pod) throws IOException {
        Path eviction = Files.createTempFile("eviction", ".json");
        try {
            Files.writeString(eviction, """
                    {"apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": "%s", "namespace": "%s"}}""".formatted(pod, Cluster.NAMESPACE));
            String path = "/api/v1/namespaces/%s/pods/%s/eviction".formatted(Cluster.NAMESPACE, pod);
            return cluster.works("create", "--raw", path, "-f", eviction.toString());
        } finally {
            Files.delete(eviction);
        }
    }

    @Test
    @Order(7)
    void cleanUp_leavesNothing() throws IOException, InterruptedException {
        cluster.close();

        assertThat(cluster.works("get", "namespace", Cluster.NAMESPACE)).isFalse();
        assertThat(cluster.kubectl("get", "all,configmaps,serviceaccounts", "-n", "kube-system", "-o", "name"))
                .doesNotContain("xray");
    }
}

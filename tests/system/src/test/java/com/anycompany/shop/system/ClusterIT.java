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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * about ten minutes, and any cluster: see CONTRIBUTING.md.
 */
@ExtendWith(NeedsCluster.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** Tries to connect to each service for two seconds, all at once, and names those that it reaches. */
    private static final String KNOCK = Shop.SERVICES.stream()
                    .map(service ->
                            "(timeout 2 bash -c '</dev/tcp/%1$s/80' 2>/dev/null && echo %1$s) &".formatted(service))
                    .collect(Collectors.joining(" "))
            + " wait";

    private static @Nullable Cluster cluster;
    private static @Nullable ClusterShoppers shoppers;

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
        ClusterOrders.placeOneWithAWholeTrace(cluster);

        assertThat(cluster.kubectl("-n", Cluster.SYSTEM, "logs", "daemonset/xray-daemon-local"))
                .contains("Successfully sent batch");
    }

    /** From the downward API: no token of the cluster is mounted. */
    @Test
    @Order(2)
    void segment_saysWhichPodItIsOf() throws IOException, InterruptedException {
        List<String> documents = ClusterOrders.documentsOfAnOrder(cluster);

        for (String service : Shop.SERVICES) {
            assertThat(documents)
                    .as(service)
                    .anyMatch(document -> document.contains("\"origin\":\"AWS::EKS::Container\"")
                            && document.contains("\"pod\":\"" + service + "-"));
        }
        assertThat(cluster.kubectl("exec", "deployment/cartservice", "--", "ls", "/var/run"))
                .doesNotContain("secrets");
    }

    @Test
    @Order(3)
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
    @Order(4)
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

    /** Callers of a service reach its port and not its management port. */
    @Test
    @Order(5)
    void managementPort_isClosedToThoseWhoMayCallTheService() throws IOException, InterruptedException {
        String frontend = ip("frontend");

        assertThat(knock("loadgenerator", frontend, 8080)).isTrue();
        assumeThat(knock("loadgenerator", ip("catalogservice"), 8081))
                .as("a cluster whose network plug-in enforces policies doesn't let this through")
                .isFalse();
        assertThat(knock("loadgenerator", frontend, 18080)).isFalse();
    }

    private static String ip(String app) throws IOException, InterruptedException {
        return cluster.pods(Cluster.NAMESPACE, app)
                .get(0)
                .path("status")
                .path("podIP")
                .asString();
    }

    private static boolean knock(String caller, String address, int port) throws IOException, InterruptedException {
        String line =
                "timeout 2 bash -c '</dev/tcp/%s/%d' 2>/dev/null && echo open || echo closed".formatted(address, port);
        return cluster.kubectl("exec", "deployment/" + caller, "--", "bash", "-c", line)
                .contains("open");
    }

    @Test
    @Order(6)
    void update_losesNoRequest() throws IOException, InterruptedException {
        shoppers = ClusterShoppers.send(cluster);
        for (String service : List.of("catalogservice", "orderservice", "frontend")) {
            shoppers.loseNothingWhile(service + " is updated", () -> {
                cluster.kubectl("rollout", "restart", "deployment/" + service);
                awaitTwoPodsOf(service);
            });
        }
    }

    @Test
    @Order(7)
    void updateOfAllServicesAtOnce_losesNoRequest() throws IOException, InterruptedException {
        shoppers.loseNothingWhile("all services are updated at once", () -> {
            cluster.kubectl("rollout", "restart", "deployment", "-l", "product=storefront");
            for (String service : Shop.SERVICES) {
                awaitTwoPodsOf(service);
            }
        });
    }

    private static void awaitTwoPodsOf(String service) throws IOException, InterruptedException {
        cluster.awaitRollouts();
        await().atMost(TIMEOUT)
                .until(() -> cluster.get("pods", "-l", "app=" + service)
                                .path("items")
                                .size()
                        == 2);
    }

    @Test
    @Order(8)
    void drain_takesOneReplicaAtATimeAndLosesNoRequest() throws IOException, InterruptedException {
        shoppers.loseNothingWhile("a replica of orderservice is drained", () -> {
            List<Boolean> evicted = new ArrayList<>();
            for (JsonNode pod : cluster.pods(Cluster.NAMESPACE, "orderservice")) {
                evicted.add(isEvicted(pod.path("metadata").path("name").asString()));
            }

            assertThat(evicted).containsExactly(true, false);
            awaitTwoPodsOf("orderservice");
        });
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

    /** A page is worth something without recommendations. */
    @Test
    @Order(9)
    void serviceScaledToZero_costsOnlyWhatItDoes() throws IOException, InterruptedException {
        shoppers.loseNothingWhile("recommendationservice has no pod", () -> {
            cluster.kubectl("scale", "deployment/recommendationservice", "--replicas=0");
            await().atMost(TIMEOUT)
                    .until(() -> cluster.get("pods", "-l", "app=recommendationservice")
                            .path("items")
                            .isEmpty());
            assertThat(ClusterOrders.statusOfAnOrder(cluster)).isEqualTo(303);
        });
        cluster.kubectl("scale", "deployment/recommendationservice", "--replicas=2");
        awaitTwoPodsOf("recommendationservice");
    }

    @Test
    @Order(10)
    void apply_leavesTheAutoscalersNumber() throws IOException, InterruptedException {
        cluster.kubectl("scale", "deployment/catalogservice", "--replicas=3");

        cluster.kubectl("apply", "-k", Cluster.XRAY_DAEMON);

        assertThat(cluster.get("deployment/catalogservice").at("/spec/replicas").asInt())
                .isEqualTo(3);
        cluster.kubectl("scale", "deployment/catalogservice", "--replicas=2");
        cluster.awaitRollouts();
    }

    /** As the CloudWatch operator's webhook does: an init container without a security context in each Deployment. */
    @Test
    @Order(11)
    void injectedInitContainer_isRefusedAndRunsAtALowerLevel() throws IOException, InterruptedException {
        cluster.kubectl("patch", "deployment/recommendationservice", "--type", "json", "--patch", """
                [{"op": "add", "path": "/spec/template/spec/initContainers", "value": [{"name": "injected",
                  "image": "anycompany-shop/recommendationservice:0.1.0", "command": ["bash", "-c", "true"]}]}]""");
        try {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(cluster.kubectl("get", "events"))
                            .contains("violates PodSecurity \"restricted:latest\""));
            assertThat(cluster.works("rollout", "status", "deployment/recommendationservice", "--timeout", "10s"))
                    .as("the roll-out hangs")
                    .isFalse();
            assertThat(cluster.pods(Cluster.NAMESPACE, "recommendationservice"))
                    .as("the old pods, without it")
                    .hasSize(2)
                    .allSatisfy(pod ->
                            assertThat(pod.path("spec").has("initContainers")).isFalse());

            level("baseline");
            cluster.kubectl("rollout", "restart", "deployment/recommendationservice");
            awaitTwoPodsOf("recommendationservice");
            assertThat(cluster.pods(Cluster.NAMESPACE, "recommendationservice"))
                    .allSatisfy(pod ->
                            assertThat(pod.path("spec").has("initContainers")).isTrue());
        } finally {
            level("restricted");
            cluster.kubectl("patch", "deployment/recommendationservice", "--type", "json", "--patch", """
                    [{"op": "remove", "path": "/spec/template/spec/initContainers"}]""");
            awaitTwoPodsOf("recommendationservice");
        }
        assertThat(cluster.pods(Cluster.NAMESPACE, "recommendationservice"))
                .as("the workshop's remedy: nothing is injected")
                .allSatisfy(pod ->
                        assertThat(pod.path("spec").has("initContainers")).isFalse());
    }

    private static void level(String level) throws IOException, InterruptedException {
        cluster.kubectl(
                "label", "namespace", Cluster.NAMESPACE, "--overwrite", "pod-security.kubernetes.io/enforce=" + level);
    }

    /** A new pod of it has no tables; the services make them again, and aren't ready before that. */
    @Test
    @Order(12)
    void databaseReplaced_isFilledAgainWithoutARestartOfTheServices() throws IOException, InterruptedException {
        cluster.kubectl("delete", "pod", "-l", "app=capacitydb");
        cluster.awaitRollouts();

        await().ignoreExceptions()
                .atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(ClusterOrders.statusOfAnOrder(cluster)).isEqualTo(303));
        cluster.awaitRollouts();
        nothing_wasRestarted();
    }

    @Test
    @Order(13)
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
            assertThat(randomizerMay("delete", "pods", "-n", Cluster.SYSTEM)).isFalse();
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
    @Order(14)
    void cleanUp_leavesNothing() throws IOException, InterruptedException {
        cluster.close();

        assertThat(cluster.works("get", "namespace", Cluster.NAMESPACE)).isFalse();
        assertThat(cluster.kubectl("get", "all,configmaps,serviceaccounts", "-n", Cluster.SYSTEM, "-o", "name"))
                .doesNotContain("xray");
    }
}

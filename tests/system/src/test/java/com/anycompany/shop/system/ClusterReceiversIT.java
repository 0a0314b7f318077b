package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Who takes the traces of a node (docs/adr/056-one-receiver-of-traces.md): three receivers, and another one at their port. */
@ExtendWith(NeedsCluster.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterReceiversIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final String DAEMON = "xray-daemon-local";
    private static final String RECEIVERS = "tests/deploy/cluster/receivers/";

    /** As the add-on amazon-cloudwatch-observability has it with Application Signals: TCP alone, on the node's network. */
    private static final String OTHER_AGENT = """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: other-agent, namespace: kube-system}
            spec:
              selector: {matchLabels: {app: other-agent}}
              template:
                metadata: {labels: {app: other-agent}}
                spec:
                  hostNetwork: true
                  priorityClassName: system-node-critical
                  terminationGracePeriodSeconds: 1
                  tolerations: [{operator: Exists}]
                  containers:
                    - name: agent
                      image: anycompany-shop/xray-local:0.1.0
                      imagePullPolicy: IfNotPresent
                      command: [sleep, infinity]
                      ports: [{containerPort: 2000, hostPort: 2000, protocol: TCP}]
            """;

    private static @Nullable Cluster cluster;
    private static String overlay = Cluster.XRAY_DAEMON;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = Cluster.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (cluster != null) {
            cluster.works("-n", Cluster.SYSTEM, "delete", "daemonset/other-agent", "--ignore-not-found");
            cluster.delete(overlay);
        }
    }

    @Test
    @Order(1)
    void xrayDaemon_takesAnOrdersWholeTrace() throws IOException {
        ClusterOrders.placeOneWithAWholeTrace(cluster);
    }

    @Test
    @Order(2)
    void otherAgentAtPort2000_waitsForTheDaemon() throws IOException, InterruptedException {
        String before = podOf("xray-daemon").path("metadata").path("uid").asString();

        cluster.applyText(OTHER_AGENT);

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                podOf("other-agent").at("/status/conditions").toString())
                        .contains("didn't have free ports"));
        assertThat(podOf("other-agent").at("/status/phase").asString()).isEqualTo("Pending");
        assertThat(podOf("xray-daemon").path("metadata").path("uid").asString()).isEqualTo(before);
        ClusterOrders.placeOneWithAWholeTrace(cluster);
        removeOtherAgent();
    }

    /** What happened before the daemon had its priority: no page fails, and no trace arrives. */
    @Test
    @Order(3)
    void daemonWithoutPriority_isPreemptedAndNotReady() throws IOException, InterruptedException {
        cluster.kubectl("-n", Cluster.SYSTEM, "patch", "daemonset/" + DAEMON, "--type", "json", "--patch", """
                [{"op": "remove", "path": "/spec/template/spec/priorityClassName"}]""");
        cluster.awaitRollouts();
        try {
            cluster.applyText(OTHER_AGENT);

            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(podOf("xray-daemon")
                                    .at("/status/conditions")
                                    .toString())
                            .contains("didn't have free ports"));
            assertThat(cluster.works(
                            "-n", Cluster.SYSTEM, "rollout", "status", "daemonset/" + DAEMON, "--timeout", "5s"))
                    .isFalse();
            assertThat(ClusterOrders.statusOfAnOrder(cluster)).isEqualTo(303);
        } finally {
            removeOtherAgent();
            cluster.apply(Cluster.XRAY_DAEMON);
        }
        ClusterOrders.placeOneWithAWholeTrace(cluster);
    }

    private static void removeOtherAgent() throws IOException, InterruptedException {
        cluster.kubectl("-n", Cluster.SYSTEM, "delete", "daemonset/other-agent");
        await().atMost(TIMEOUT)
                .until(() -> cluster.get("pods", "-n", Cluster.SYSTEM, "-l", "app=other-agent")
                        .path("items")
                        .isEmpty());
    }

    private static JsonNode podOf(String app) throws IOException, InterruptedException {
        return await().atMost(TIMEOUT)
                .until(() -> cluster.pods(Cluster.SYSTEM, app), pods -> pods.size() == 1)
                .get(0);
    }

    @Test
    @Order(4)
    void openTelemetryCollector_takesAnOrdersWholeTraceAndSpans() throws IOException, InterruptedException {
        exchange("opentelemetry-collector");

        ClusterOrders.placeOneWithAWholeTrace(cluster);
        assertSpansArrive("opentelemetry-collector");
    }

    /** Its image can't be had: a collector, of whose parts it consists, stands in for it, behind its manifest. */
    @Test
    @Order(5)
    void cloudWatchAgent_takesAnOrdersWholeTraceAndSpans() throws IOException, InterruptedException {
        exchange("cloudwatch-agent");

        ClusterOrders.placeOneWithAWholeTrace(cluster);
        assertSpansArrive("cloudwatch-agent");
    }

    /** As the documents say: the old one is deleted first. */
    private static void exchange(String receiver) throws IOException, InterruptedException {
        List<String> gone = overlay.equals(Cluster.XRAY_DAEMON)
                ? List.of("daemonset/" + DAEMON, "configmap/xray-config-local", "serviceaccount/xray-daemon")
                : List.of("daemonset/" + name(), "configmap/" + name() + "-config", "serviceaccount/" + name());
        for (String object : gone) {
            cluster.kubectl("-n", Cluster.SYSTEM, "delete", object);
        }
        overlay = RECEIVERS + receiver;
        cluster.apply(overlay);
    }

    private static String name() {
        return overlay.substring(RECEIVERS.length());
    }

    /** A span that a program sends by OTLP to the receiver of its node. */
    private static void assertSpansArrive(String receiver) throws IOException, InterruptedException {
        URI otlp =
                cluster.forward(Cluster.SYSTEM, "daemonset/" + receiver, 4318).resolve("/v1/traces");
        long nanos = System.currentTimeMillis() * 1_000_000;
        String id = "%08x".formatted(nanos / 1_000_000_000) + "fedcba9876543210fedcba98";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(otlp)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("""
                                        {"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "mail"}}]},
                                          "scopeSpans": [{"spans": [{"traceId": "%s", "spanId": "fedcba9876543210", "name": "send", "kind": 2,
                                            "attributes": [{"key": "order_id", "value": {"stringValue": "o-1"}}],
                                            "startTimeUnixNano": "%d", "endTimeUnixNano": "%d"}]}]}]}""".formatted(id, nanos, nanos + 1_000_000)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String traceId = "1-" + id.substring(0, 8) + "-" + id.substring(8);
        try (Traces traces = new Traces(cluster.forward("xray-local", 2000))) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() ->
                            assertThat(traces.tree(traceId)).contains("mail").contains("order_id"));
        }
    }
}

package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Orders that a test places on a cluster, through the storefront's service, and their traces. */
final class ClusterOrders {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration ARRIVAL = Duration.ofSeconds(12);

    private ClusterOrders() {}

    /** Repeats it until all services are warm: one may give up on a neighbour that runs for the first time. */
    static void placeOneWithAWholeTrace(Cluster cluster) throws IOException {
        String expected = OrderTraceIT.read("confirmed-order.txt");
        try (Traces traces = new Traces(cluster.forward("xray-local", 2000))) {
            await().ignoreExceptions().atMost(TIMEOUT).untilAsserted(() -> {
                Answer order = place(cluster);
                assertThat(order.status()).isEqualTo(303);
                await().atMost(ARRIVAL)
                        .untilAsserted(
                                () -> assertThat(traces.tree(order.traceId())).isEqualTo(expected));
            });
        }
    }

    /** The segment documents of an order whose trace has come from all services. */
    static List<String> documentsOfAnOrder(Cluster cluster) throws IOException {
        Answer order = place(cluster);
        assertThat(order.status()).isEqualTo(303);
        try (Traces traces = new Traces(cluster.forward("xray-local", 2000))) {
            return await().atMost(ARRIVAL)
                    .until(
                            () -> traces
                                    .documents(
                                            Instant.now().minusSeconds(60),
                                            Instant.now().plusSeconds(1))
                                    .getOrDefault(order.traceId(), List.of())
                                    .stream()
                                    .map(document -> document.replace(" ", ""))
                                    .toList(),
                            documents -> Shop.SERVICES.stream()
                                    .allMatch(service -> documents.stream()
                                            .anyMatch(document -> document.contains("\"name\":\"" + service + "\"")
                                                    && document.contains("AWS::EKS"))));
        }
    }

    static int statusOfAnOrder(Cluster cluster) throws IOException {
        return place(cluster).status();
    }

    private static Answer place(Cluster cluster) throws IOException {
        Journey journey = new Journey(
                new HttpShopper(cluster.forward("frontend-external", 80).toString()));
        return journey.placeOrder(journey.toCheckout(), Journey.ACCEPTED_CARD);
    }
}

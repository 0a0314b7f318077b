package com.anycompany.shop.randomizer;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.mockwebserver.MockWebServer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Pods as a deployment of the shop makes them, for the mock of the Kubernetes API. */
final class MockedPods {

    private static final Logger CHATTY = Logger.getLogger(MockWebServer.class.getName());

    static {
        CHATTY.setLevel(Level.WARNING);
    }

    private MockedPods() {}

    static void create(KubernetesClient client, String namespace, String name, String service, boolean ready) {
        create(client, ready(pod(namespace, name, service), ready).build());
    }

    static void create(KubernetesClient client, Pod pod) {
        client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .resource(pod)
                .create();
    }

    static PodBuilder pod(String namespace, String name, String service) {
        return ready(
                new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .addToLabels("product", "storefront")
                        .addToLabels("app", service)
                        .addNewOwnerReference()
                        .withController(true)
                        .withKind("ReplicaSet")
                        .withName(service)
                        .withUid(UUID.nameUUIDFromBytes(service.getBytes(StandardCharsets.UTF_8))
                                .toString())
                        .endOwnerReference()
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName(service)
                        .endContainer()
                        .endSpec(),
                true);
    }

    static PodBuilder ready(PodBuilder pod, boolean ready) {
        return pod.withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready ? "True" : "False")
                .endCondition()
                .endStatus();
    }
}

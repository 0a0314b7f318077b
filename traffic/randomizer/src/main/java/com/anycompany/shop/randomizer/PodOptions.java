package com.anycompany.shop.randomizer;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for Kubernetes; the cluster is that of the pod, or else that of the kubeconfig. */
final class PodOptions {

    private static final int TIMEOUT_MILLIS = 10_000;

    @Option(names = "--namespace", paramLabel = "NAME", description = "Where the pods are (default: this pod's own).")
    private @Nullable String namespace;

    @Option(
            names = "--selector",
            paramLabel = "LABELS",
            description = "Which pods (default: " + PodSettings.SHOP + ").")
    private @Nullable String selector;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description =
                    "How long a pod may take to end by itself; 0s ends it at once (default: what the pod asks for).")
    private @Nullable Duration grace;

    KubernetesClient client() {
        return client(new ConfigBuilder());
    }

    /** With short timeouts, so that an API that doesn't answer is logged soon. */
    static KubernetesClient client(ConfigBuilder cluster) {
        Config config = cluster.withRequestRetryBackoffLimit(1)
                .withConnectionTimeout(TIMEOUT_MILLIS)
                .withRequestTimeout(TIMEOUT_MILLIS)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    PodSettings settings(Environment environment, Set<String> only, KubernetesClient client) {
        return new PodSettings(
                Optional.ofNullable(namespace)
                        .or(environment::namespace)
                        .or(() -> Optional.ofNullable(client.getNamespace()))
                        .orElse("default"),
                Optional.ofNullable(selector).or(environment::selector).orElse(PodSettings.SHOP),
                only,
                Optional.ofNullable(grace).or(environment::grace),
                environment.hostName());
    }
}

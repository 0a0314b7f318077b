package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every pod that any manifest makes has no more rights than it needs, and bounds. */
class HardeningTests {

    /** Load generator, randomizer, three receivers of traces, X-Ray Local, CapacityDB. */
    private static final int OTHER_PARTS = 7;

    private static final Set<String> LISTEN_NOWHERE = Set.of("loadgenerator", "randomizer");

    private final Manifests all;

    HardeningTests() throws IOException {
        all = Manifests.appliedFrom("services")
                .and(Manifests.appliedFrom("tracing"))
                .and(Manifests.appliedFrom("tracing/cloudwatch-agent/agent.yaml"))
                .and(Manifests.appliedFrom("tracing/opentelemetry-collector/base/collector.yaml"))
                .and(Manifests.appliedFrom("eks/prep.yaml"))
                .and(Manifests.appliedFrom("eks/randomizer.yaml"))
                .and(Manifests.appliedFrom("local/aws/xray-local.yaml"))
                .and(Manifests.appliedFrom("local/aws/capacitydb.yaml"));
    }

    @Test
    void everyPod_isNobodyWithoutPrivileges() throws IOException {
        int parts = ServiceGraph.read().services().size() + OTHER_PARTS;
        assertThat(pods()).hasSize(parts).allSatisfy(pod -> {
            PodSpec spec = pod.getSpec();
            assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(spec.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(spec.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(spec.getHostNetwork()).isNull();
            assertThat(spec.getHostPID()).isNull();
            assertThat(spec.getVolumes())
                    .allSatisfy(v -> assertThat(v.getHostPath()).isNull());
            assertThat(spec.getContainers()).allSatisfy(container -> {
                var rights = container.getSecurityContext();
                assertThat(rights.getAllowPrivilegeEscalation()).isFalse();
                assertThat(rights.getReadOnlyRootFilesystem()).isTrue();
                assertThat(rights.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(rights.getCapabilities().getAdd()).isEmpty();
            });
        });
    }

    @Test
    void everyContainer_hasRequestsLimitsAndAPinnedImage() {
        assertThat(containers()).allSatisfy(container -> {
            var resources = container.getResources();
            assertThat(resources.getRequests().keySet())
                    .containsExactlyInAnyOrder("cpu", "memory", "ephemeral-storage");
            assertThat(resources.getLimits().keySet()).containsExactlyInAnyOrder("cpu", "memory", "ephemeral-storage");
            assertThat(container.getImage()).matches("[^:]+:v?\\d+\\.\\d+\\.\\d+(b\\d+)?(@sha256:[0-9a-f]{64})?");
        });
    }

    @Test
    void everyContainerThatListens_isProbed() {
        assertThat(containers()).allSatisfy(container -> {
            if (LISTEN_NOWHERE.contains(container.getName())) {
                assertThat(container.getPorts()).isEmpty();
            } else {
                assertThat(container.getStartupProbe()).as("startup").isNotNull();
                assertThat(container.getReadinessProbe()).as("readiness").isNotNull();
                assertThat(container.getLivenessProbe()).as("liveness").isNotNull();
            }
        });
    }

    @Test
    void onlyTheRandomizer_getsATokenOfTheCluster() {
        assertThat(pods())
                .filteredOn(pod -> !Boolean.FALSE.equals(pod.getSpec().getAutomountServiceAccountToken()))
                .extracting(pod -> pod.getMetadata().getLabels())
                .containsExactly(Map.of("app", "randomizer"));
    }

    @Test
    void everyPod_hasAServiceAccountOfItsOwn() {
        assertThat(pods())
                .extracting(pod -> pod.getSpec().getServiceAccountName())
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void noSecret_liesInAFile() {
        assertThat(all.objects()).noneMatch(Secret.class::isInstance);
        assertThat(all.objects().toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("secret_access_key", "password");
    }

    private List<Container> containers() {
        return pods().stream()
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .toList();
    }

    private List<PodTemplateSpec> pods() {
        List<PodTemplateSpec> pods = new ArrayList<>();
        all.all(Deployment.class).forEach(d -> pods.add(d.getSpec().getTemplate()));
        all.all(DaemonSet.class).forEach(d -> pods.add(d.getSpec().getTemplate()));
        return pods;
    }
}

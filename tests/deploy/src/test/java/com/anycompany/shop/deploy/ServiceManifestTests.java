package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service has all that keeps it available and tells the workshop's commands what it is. */
class ServiceManifestTests {

    private final Manifests manifests;

    ServiceManifestTests() throws IOException {
        manifests = Manifests.appliedFrom("services");
    }

    static Stream<String> services() throws IOException {
        return ServiceGraph.read().services().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void deployment_hasTheNamesOfTheWorkshop(String name) {
        Deployment deployment = manifests.one(Deployment.class, name);

        assertThat(deployment.getMetadata().getNamespace()).isEqualTo("microservices-aws");
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .isEqualTo(Map.of("app", name, "product", "storefront"));
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(Map.of("app", name));
        assertThat(container(name).getName()).as("for kubectl set image").isEqualTo(name);
        assertThat(container(name).getEnvFrom().get(0).getConfigMapRef().getName())
                .isEqualTo("services-environment-config");
    }

    @ParameterizedTest
    @MethodSource("services")
    void update_startsAPodBeforeItStopsOne(String name) {
        var spec = manifests.one(Deployment.class, name).getSpec();
        var update = spec.getStrategy().getRollingUpdate();

        boolean scaled = manifests.all(HorizontalPodAutoscaler.class).stream()
                .anyMatch(autoscaler ->
                        autoscaler.getSpec().getScaleTargetRef().getName().equals(name));
        assertThat(spec.getReplicas())
                .as("the autoscaler's number, which kubectl apply must not set back")
                .isEqualTo(scaled ? null : 2);
        assertThat(update.getMaxUnavailable().getIntVal()).isZero();
        assertThat(update.getMaxSurge().getIntVal()).isEqualTo(1);
        assertThat(container(name).getLifecycle().getPreStop().getSleep().getSeconds())
                .as("time for the nodes to hear of it; needs no shell in the image")
                .isPositive();
        assertThat(pod(name).getTerminationGracePeriodSeconds())
                .as("that, and both phases of a shutdown")
                .isGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("services")
    void probes_restartWhatIsDeadAndOnlyHoldBackWhatWaits(String name) {
        Container container = container(name);

        assertThat(path(container.getStartupProbe())).isEqualTo("/actuator/health/liveness");
        assertThat(path(container.getLivenessProbe())).isEqualTo("/actuator/health/liveness");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/actuator/health/readiness");
        assertThat(container.getStartupProbe().getPeriodSeconds()
                        * container.getStartupProbe().getFailureThreshold())
                .as("seconds for a start, as ContainersIT measures them")
                .isEqualTo(90);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyService_isFoundSpreadAndKeptThroughADrain(String name) {
        Service service = manifests.one(Service.class, name);
        PodDisruptionBudget budget = manifests.one(PodDisruptionBudget.class, name);

        assertThat(service.getSpec().getSelector()).isEqualTo(Map.of("app", name));
        assertThat(service.getSpec().getPorts().get(0).getPort()).isEqualTo(80);
        assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(Map.of("app", name));
        assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(budget.getSpec().getUnhealthyPodEvictionPolicy()).isEqualTo("AlwaysAllow");
        assertThat(pod(name).getTopologySpreadConstraints())
                .extracting(spread -> spread.getTopologyKey())
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
        assertThat(pod(name).getServiceAccountName()).isEqualTo(name);
        assertThat(manifests.one(ServiceAccount.class, name).getAutomountServiceAccountToken())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void segments_goToTheDaemonOfTheOwnNode(String name) {
        EnvVar host = container(name).getEnv().get(0);
        EnvVar daemon = container(name).getEnv().get(1);

        assertThat(host.getName()).isEqualTo("HOST_IP");
        assertThat(host.getValueFrom().getFieldRef().getFieldPath()).isEqualTo("status.hostIP");
        assertThat(daemon.getName()).isEqualTo("AWS_XRAY_DAEMON_ADDRESS");
        assertThat(daemon.getValue()).isEqualTo("[$(HOST_IP)]:2000");
    }

    /** {@code aws.eks} of its segments comes from these; the name of the cluster is in the ConfigMap. */
    @ParameterizedTest
    @MethodSource("services")
    void pod_isToldWhereItRunsWithoutAToken(String name) {
        Map<String, String> fields = container(name).getEnv().stream()
                .filter(variable -> variable.getName().startsWith("K8S_"))
                .collect(Collectors.toMap(
                        EnvVar::getName,
                        variable -> variable.getValueFrom().getFieldRef().getFieldPath()));

        assertThat(fields)
                .isEqualTo(Map.of(
                        "K8S_POD_NAME", "metadata.name",
                        "K8S_NAMESPACE", "metadata.namespace",
                        "K8S_NODE_NAME", "spec.nodeName"));
        assertThat(pod(name).getAutomountServiceAccountToken()).isFalse();
    }

    @Test
    void autoscalers_keepAtLeastTheTwoReplicasOfTheirService() {
        assertThat(manifests.all(HorizontalPodAutoscaler.class)).hasSize(2).allSatisfy(autoscaler -> {
            assertThat(autoscaler.getSpec().getMinReplicas()).isEqualTo(2);
            String target = autoscaler.getSpec().getScaleTargetRef().getName();
            assertThat(container(target).getResources().getRequests()).containsKey("cpu");
        });
    }

    @Test
    void storefront_isTheOnlyDoor() {
        assertThat(manifests.all(Service.class))
                .filteredOn(service -> service.getSpec().getType() != null)
                .singleElement()
                .satisfies(door -> {
                    assertThat(door.getMetadata().getName()).isEqualTo("frontend-external");
                    assertThat(door.getSpec().getType()).isEqualTo("LoadBalancer");
                    assertThat(door.getSpec().getSelector()).isEqualTo(Map.of("app", "frontend"));
                });
    }

    @Test
    void loadGenerator_sendsTwoShoppersToTheStorefront() {
        assertThat(container("loadgenerator").getArgs()).containsExactly("--url", "http://frontend", "--shoppers", "2");
    }

    @ParameterizedTest
    @MethodSource("services")
    void composeFile_hasTheLimitsOfTheManifests(String name) throws IOException {
        Map<String, Quantity> limits = container(name).getResources().getLimits();

        Map<String, Object> part = ComposeFile.part(name);

        assertThat(part.get("mem_limit") + "i")
                .isEqualToIgnoringCase(limits.get("memory").toString());
        assertThat(Double.parseDouble(part.get("cpus").toString()) * 1000)
                .isEqualTo(Double.parseDouble(limits.get("cpu").getAmount()));
        assertThat(part.get("image")).isEqualTo(container(name).getImage().replace(":0.1.0", ":${TAG:-0.1.0}"));
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        return probe.getHttpGet().getPath();
    }

    private Container container(String name) {
        return pod(name).getContainers().get(0);
    }

    private PodSpec pod(String name) {
        return manifests.one(Deployment.class, name).getSpec().getTemplate().getSpec();
    }
}

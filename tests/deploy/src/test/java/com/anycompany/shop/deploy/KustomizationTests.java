package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kustomization renders, and the variations vary only what they say. */
@Needs(
        oneOf = {"kubectl", "kustomize"},
        install = "kubectl, or go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.1")
class KustomizationTests {

    @ParameterizedTest
    @ValueSource(strings = {"services", "tracing"})
    void kustomized_isTheSameAsApplied(String folder) throws IOException, InterruptedException {
        assertThat(names(Manifests.kustomized(folder)))
                .containsExactlyInAnyOrderElementsOf(names(Manifests.appliedFrom(folder)));
    }

    @Test
    void eks_isPrepServicesAndTracing() throws IOException, InterruptedException {
        assertThat(names(Manifests.kustomized("eks")))
                .containsExactlyInAnyOrderElementsOf(names(Manifests.appliedFrom("eks/prep.yaml")
                        .and(Manifests.appliedFrom("services"))
                        .and(Manifests.appliedFrom("tracing"))));
    }

    @Test
    void local_runsTheVeryServicesOfEks() throws IOException, InterruptedException {
        Manifests local = Manifests.kustomized("local");
        Manifests eks = Manifests.kustomized("eks");

        for (String service : ServiceGraph.read().services()) {
            Deployment here = local.one(Deployment.class, service);
            requests(here).putAll(requests(eks.one(Deployment.class, service)));
            assertThat(here).isEqualTo(eks.one(Deployment.class, service));
        }
        assertThat(names(local))
                .containsAll(names(eks).stream()
                        .map(name -> name.replaceAll("(DaemonSet|ConfigMap)( kube-system/xray-\\w+)", "$1$2-local"))
                        .toList());
        Map<String, String> expected = new HashMap<>(
                eks.one(ConfigMap.class, "services-environment-config").getData());
        assertThat(expected.remove("K8S_CLUSTER_NAME")).isEqualTo("anycompany-shop");
        ConfigMap surroundings = local.one(ConfigMap.class, "services-environment-config");
        assertThat(surroundings.getData())
                .containsAllEntriesOf(expected)
                .doesNotContainKey("K8S_CLUSTER_NAME")
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://capacitydb:8000");
        assertThat(local.one(ConfigMap.class, "xray-config-local").getData().get("config.yaml"))
                .contains("Endpoint: \"http://xray-local.microservices-aws:2000\"", "LocalMode: true");
        assertThat(local.one(Deployment.class, "xray-local")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getEnv())
                .anySatisfy(variable -> {
                    assertThat(variable.getName()).isEqualTo("XRAY_ALLOWED_HOSTS");
                    assertThat(variable.getValue()).contains("xray-local.microservices-aws");
                });
    }

    /** What a kind cluster's own parts reserve, and two processors. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "local/without-daemon"})
    void local_fitsASmallNodeWithRoomForAnUpdate(String folder) throws IOException, InterruptedException {
        Manifests local = Manifests.kustomized(folder);
        double reserved = 0.95;
        double largest = 0;
        for (Deployment deployment : local.all(Deployment.class)) {
            double one = requests(deployment).get("cpu").getNumericalAmount().doubleValue();
            // Where there is no number, an autoscaler keeps two.
            reserved += one * Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 2);
            largest = Math.max(largest, one);
        }
        for (DaemonSet daemon : local.all(DaemonSet.class)) {
            reserved += requests(daemon.getSpec().getTemplate())
                    .get("cpu")
                    .getNumericalAmount()
                    .doubleValue();
        }

        assertThat(reserved + largest).isLessThanOrEqualTo(2);
    }

    private static Map<String, Quantity> requests(Deployment deployment) {
        return requests(deployment.getSpec().getTemplate());
    }

    private static Map<String, Quantity> requests(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().get(0).getResources().getRequests();
    }

    /** What {@code kubectl apply -f deploy/tracing/} changes on a cluster that runs deploy/local. */
    @Test
    void daemonOfEks_leavesTheLocalOneAlone() throws IOException, InterruptedException {
        Manifests local = Manifests.kustomized("local");
        List<HasMetadata> changed = Manifests.appliedFrom("tracing").objects().stream()
                .filter(object -> names(local).contains(name(object)))
                .filter(object -> !local.objects().contains(object))
                .toList();

        assertThat(changed).isEmpty();
        DaemonSet daemon = local.one(DaemonSet.class, "xray-daemon-local");
        assertThat(daemon.getSpec().getSelector().getMatchLabels())
                .isEqualTo(Map.of("app", "xray-daemon", "sends-to", "xray-local"));
        assertThat(daemon.getSpec().getTemplate().getMetadata().getLabels())
                .isEqualTo(Map.of("app", "xray-daemon", "sends-to", "xray-local"));
        assertThat(daemon.getSpec().getTemplate().getSpec().getVolumes())
                .extracting(volume -> volume.getConfigMap().getName())
                .containsExactly("xray-config-local");
    }

    @ParameterizedTest
    @CsvSource({
        "eks, xray-daemon",
        "overlays/eks-with-cloudwatch-agent, cloudwatch-agent",
        "overlays/eks-with-opentelemetry-collector, opentelemetry-collector"
    })
    void node_hasOneReceiverOfTraces(String overlay, String receiver) throws IOException, InterruptedException {
        Manifests rendered = Manifests.kustomized(overlay);

        assertThat(rendered.all(DaemonSet.class)).singleElement().satisfies(daemon -> {
            assertThat(daemon.getMetadata().getName()).isEqualTo(receiver);
            var pod = daemon.getSpec().getTemplate().getSpec();
            assertThat(pod.getPriorityClassName())
                    .as("an agent with the node's port 2000 would pre-empt it")
                    .isEqualTo("system-node-critical");
            assertThat(pod.getServiceAccountName()).isEqualTo(receiver);
            assertThat(pod.getContainers().get(0).getPorts())
                    .filteredOn(port -> port.getHostPort() != null)
                    .extracting(port -> port.getProtocol() + " " + port.getHostPort())
                    .contains("UDP 2000", "TCP 2000");
        });
        for (String service : ServiceGraph.read().services()) {
            assertThat(rendered.one(Deployment.class, service))
                    .isEqualTo(Manifests.kustomized("eks").one(Deployment.class, service));
        }
        assertThat(rendered.one(NetworkPolicy.class, "xray-daemon")
                        .getSpec()
                        .getEgress()
                        .get(0)
                        .getTo()
                        .get(0)
                        .getPodSelector()
                        .getMatchExpressions()
                        .get(0)
                        .getValues())
                .contains(receiver);
    }

    @Test
    void twoReceivers_doNotRender(@TempDir Path folder) throws IOException, InterruptedException {
        String both = overlay(folder, "eks", List.of("tracing/cloudwatch-agent", "tracing/opentelemetry-collector"));

        assertThatThrownBy(() -> Manifests.kustomized(both)).hasMessageContaining("xray-daemon");
    }

    @Test
    void ipv6Component_allowsWhatHasOtherAddressesThere(@TempDir Path folder) throws IOException, InterruptedException {
        Manifests ipv6 = Manifests.kustomized(overlay(folder, "eks", List.of("eks/ipv6")));

        assertThat(ipv6.all(NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().endsWith("-ipv6"))
                .flatExtracting(policy -> policy.getSpec().getEgress())
                .extracting(rule -> rule.getTo().get(0).getIpBlock().getCidr() + " "
                        + rule.getPorts().get(0).getPort().getIntVal())
                .containsExactlyInAnyOrder("::/0 2000", "::/0 443", "fd00:ec2::23/128 80");
    }

    /** An overlay with components. */
    private static String overlay(Path folder, String base, List<String> components) throws IOException {
        Path place = folder.toRealPath();
        List<Path> found = components.stream()
                .map(component -> place.relativize(Repository.deploy(component)))
                .toList();
        Files.writeString(
                place.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [%s]
                components: %s
                """.formatted(place.relativize(Repository.deploy(base)), found));
        return place.toString();
    }

    @Test
    void standIns_keepTheirDataInAVolume(@TempDir Path folder) throws IOException, InterruptedException {
        Manifests persistent = Manifests.kustomized(overlay(folder, "local", List.of("local/persistent")));

        for (String standIn : List.of("capacitydb", "xray-local")) {
            assertThat(data(Manifests.kustomized("local"), standIn).getEmptyDir())
                    .isNotNull();
            assertThat(data(persistent, standIn).getPersistentVolumeClaim().getClaimName())
                    .isEqualTo(standIn);
            assertThat(persistent.one(PersistentVolumeClaim.class, standIn)).isNotNull();
        }
    }

    /** What is mounted at {@code /data}. */
    private static Volume data(Manifests manifests, String deployment) {
        var pod = manifests
                .one(Deployment.class, deployment)
                .getSpec()
                .getTemplate()
                .getSpec();
        String name = pod.getContainers().get(0).getVolumeMounts().stream()
                .filter(mount -> mount.getMountPath().equals("/data"))
                .map(VolumeMount::getName)
                .findAny()
                .orElseThrow();
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .findAny()
                .orElseThrow();
    }

    @Test
    void withoutDaemon_servicesSendToXRayLocal() throws IOException, InterruptedException {
        Manifests local = Manifests.kustomized("local/without-daemon");

        assertThat(local.all(DaemonSet.class)).isEmpty();
        for (String service : ServiceGraph.read().services()) {
            assertThat(local.one(Deployment.class, service)
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .get(0)
                            .getEnv())
                    .extracting(variable -> variable.getName() + "=" + variable.getValue())
                    .contains("AWS_XRAY_DAEMON_ADDRESS=xray-local:2000");
        }
    }

    @Test
    void tlsComponent_leavesOneDoorWithACertificate(@TempDir Path folder) throws IOException, InterruptedException {
        Manifests tls = Manifests.kustomized(overlay(folder, "eks", List.of("eks/tls")));

        Service door = tls.one(Service.class, "frontend-external");
        assertThat(door.getMetadata().getAnnotations())
                .containsEntry("service.beta.kubernetes.io/aws-load-balancer-ssl-ports", "https")
                .containsEntry("service.beta.kubernetes.io/aws-load-balancer-type", "nlb")
                .containsKey("service.beta.kubernetes.io/aws-load-balancer-ssl-cert");
        assertThat(door.getSpec().getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getPort()).isEqualTo(443);
            assertThat(port.getTargetPort().getStrVal()).isEqualTo("http");
        });
        assertThat(tls.one(Deployment.class, "frontend")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getEnv())
                .extracting(variable -> variable.getName() + "=" + variable.getValue())
                .contains("SERVICE_SERVER_TLS_TERMINATED=true", "SHOP_DRAINING=2s");
        assertThat(tls.one(Deployment.class, "loadgenerator").getSpec().getReplicas())
                .isZero();
    }

    @Test
    void openTelemetryComponent_tracesServicesByTheAgentOfTheirImage(@TempDir Path folder)
            throws IOException, InterruptedException {
        Manifests traced = Manifests.kustomized(overlay(folder, "eks", List.of("opentelemetry")));

        for (String service : ServiceGraph.read().services()) {
            Container container = traced.one(Deployment.class, service)
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0);
            assertThat(container.getCommand())
                    .contains("-javaagent:/app/agent/opentelemetry-javaagent.jar")
                    .doesNotContain("-Dspring.aot.enabled=true");
            assertThat(container.getEnv())
                    .extracting(variable -> variable.getName() + "=" + variable.getValue())
                    .contains(
                            "XRAY_BACKEND=opentelemetry",
                            "OTEL_EXPORTER_OTLP_ENDPOINT=http://$(HOST_IP):4318",
                            "OTEL_TRACES_SAMPLER_ARG=endpoint=http://$(HOST_IP):2000");
            assertThat(container.getEnv().stream()
                            .anyMatch(variable -> variable.getName().equals("XRAY_TRUST_TRACE_HEADER")))
                    .as(service)
                    .isEqualTo(service.equals("frontend"));
            assertThat(container.getEnvFrom())
                    .extracting(source -> source.getConfigMapRef().getName())
                    .containsExactly("services-environment-config", "opentelemetry");
        }
        assertThat(traced.one(Deployment.class, "loadgenerator")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getCommand())
                .isEmpty();
        assertThat(traced.one(ConfigMap.class, "opentelemetry").getData())
                .containsEntry("OTEL_PROPAGATORS", "xray,tracecontext")
                .containsEntry("OTEL_TRACES_SAMPLER", "xray");
        assertThat(traced.one(NetworkPolicy.class, "opentelemetry")
                        .getSpec()
                        .getEgress()
                        .get(0)
                        .getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getPort().getIntVal()).isEqualTo(4318));
    }

    @Test
    void unknownField_isRefused() {
        assertThatThrownBy(() -> Manifests.parse("""
            apiVersion: v1
            kind: Service
            metadata: {name: typo}
            spec: {selectors: {app: typo}}
            """))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("selectors");
    }

    private static List<String> names(Manifests manifests) {
        return manifests.objects().stream().map(KustomizationTests::name).collect(Collectors.toList());
    }

    private static String name(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName();
    }
}

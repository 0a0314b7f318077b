package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(names(local)).containsAll(names(eks));
        ConfigMap surroundings = local.one(ConfigMap.class, "services-environment-config");
        assertThat(surroundings.getData())
                .containsAllEntriesOf(
                        eks.one(ConfigMap.class, "services-environment-config").getData())
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://capacitydb:8000");
        assertThat(local.one(ConfigMap.class, "xray-config").getData().get("config.yaml"))
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
            reserved += one * deployment.getSpec().getReplicas();
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
        Path deploy = folder.toRealPath().relativize(Repository.deploy("eks").toRealPath());
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [%1$s]
                components: [%1$s/tls]
                """.formatted(deploy));

        Manifests tls = Manifests.kustomized(folder.toRealPath().toString());

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

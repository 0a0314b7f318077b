package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the workshop's commands and texts rely on. */
class WorkshopTests {

    @Test
    void prep_makesTheNamespaceAndTheSurroundings() throws IOException {
        Manifests prep = Manifests.appliedFrom("eks/prep.yaml");

        assertThat(prep.one(Namespace.class, "microservices-aws").getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        Map<String, String> surroundings =
                prep.one(ConfigMap.class, "services-environment-config").getData();
        Set<String> expected = ServiceGraph.read().endpointVariables();
        expected.addAll(List.of("AWS_REGION", "K8S_CLUSTER_NAME"));
        assertThat(surroundings.keySet()).isEqualTo(expected);
        Manifests services = Manifests.appliedFrom("services");
        surroundings.values().stream()
                .filter(value -> value.startsWith("http://"))
                .map(value -> services.one(Service.class, value.substring("http://".length())))
                .forEach(callee ->
                        assertThat(callee.getSpec().getPorts().get(0).getPort()).isEqualTo(80));
    }

    @Test
    void daemon_listensOnTheNodesPort2000() throws IOException {
        Manifests tracing = Manifests.appliedFrom("tracing");

        DaemonSet daemon = tracing.one(DaemonSet.class, "xray-daemon");
        assertThat(daemon.getMetadata().getNamespace()).isEqualTo("kube-system");
        assertThat(daemon.getSpec().getTemplate().getMetadata().getLabels()).containsEntry("app", "xray-daemon");
        var pod = daemon.getSpec().getTemplate().getSpec();
        assertThat(pod.getServiceAccountName()).isEqualTo("xray-daemon");
        assertThat(tracing.one(ServiceAccount.class, "xray-daemon")
                        .getMetadata()
                        .getNamespace())
                .isEqualTo("kube-system");
        assertThat(pod.getContainers().get(0).getPorts())
                .extracting(port -> port.getProtocol() + " " + port.getHostPort())
                .containsExactly("UDP 2000", "TCP 2000");
        assertThat(tracing.one(ConfigMap.class, "xray-config").getData().get("config.yaml"))
                .contains(
                        "TotalBufferSizeMB: 24",
                        "Region: us-east-1",
                        "UDPAddress: \"0.0.0.0:2000\"",
                        "TCPAddress: \"0.0.0.0:2000\"");
    }

    @Test
    void randomizer_mayDeletePodsOfItsNamespaceOnly() throws IOException {
        Manifests chaos = Manifests.appliedFrom("eks/randomizer.yaml");

        Role role = chaos.one(Role.class, "randomizer");
        assertThat(role.getMetadata().getNamespace()).isEqualTo("microservices-aws");
        assertThat(role.getRules()).singleElement().satisfies(rule -> {
            assertThat(rule.getResources()).containsExactly("pods");
            assertThat(rule.getVerbs()).containsExactly("list", "delete");
        });
        assertThat(chaos.one(RoleBinding.class, "randomizer").getSubjects())
                .singleElement()
                .satisfies(subject -> assertThat(subject.getName()).isEqualTo("randomizer"));
        assertThat(chaos.one(Deployment.class, "randomizer")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getEnv())
                .extracting(variable -> variable.getName() + "=" + variable.getValue())
                .contains("RANDOMIZER_SELECTOR=product=storefront", "RANDOMIZER_MIN=2m", "RANDOMIZER_MAX=5m");
        assertThat(chaos.objects())
                .allSatisfy(object ->
                        assertThat(object.getMetadata().getNamespace()).isEqualTo("microservices-aws"));
    }

    @Test
    void kustomizations_areNoFilesThatKubectlApplyWouldTake() throws IOException {
        for (String folder : List.of("services", "tracing")) {
            assertThat(Repository.deploy(folder + "/Kustomization")).exists();
            assertThat(Manifests.appliedFrom(folder).objects()).isNotEmpty();
        }
    }
}

package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole shop by one command: every folder that {@code kubectl apply -k} takes, those with OpenTelemetry in particular. */
@Needs(
        oneOf = {"kubectl", "kustomize"},
        install = "kubectl, or go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.1")
class OverlayTests {

    private static final String AGENT = "-javaagent:/app/agent/opentelemetry-javaagent.jar";

    /** All kustomizations that are no components, the ones of the tests' cluster included. */
    static Stream<String> overlays() throws IOException {
        Set<String> overlays = new TreeSet<>();
        for (String folder : List.of("deploy", "tests/deploy/cluster/receivers")) {
            try (Stream<Path> files = Files.walk(Repository.root().resolve(folder))) {
                for (Path file : files.filter(
                                file -> file.getFileName().toString().matches("(?i)kustomization(\\.yaml)?"))
                        .toList()) {
                    if (Files.readString(file).contains("kind: Kustomization")) {
                        overlays.add(
                                Repository.root().relativize(file.getParent()).toString());
                    }
                }
            }
        }
        assertThat(overlays)
                .contains("deploy/eks", "deploy/local", "deploy/overlays/opentelemetry/eks")
                .hasSizeGreaterThan(12);
        return overlays.stream();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void overlay_rendersEachObjectOnceWithOneOwnerOfEachPortOfANode(String overlay)
            throws IOException, InterruptedException {
        Manifests rendered = rendered(overlay);

        assertThat(rendered.objects())
                .isNotEmpty()
                .extracting(
                        object -> object.getKind() + " " + object.getMetadata().getNamespace() + "/"
                                + object.getMetadata().getName())
                .doesNotHaveDuplicates();
        assertThat(nodePorts(rendered)).doesNotHaveDuplicates();
    }

    @Test
    void everyOverlayOfTheShop_standsInTheTableOfWhatIsAppliedWhere() throws IOException {
        String table = Files.readString(Repository.deploy("README.md"));

        assertThat(overlays()
                        .filter(overlay -> overlay.startsWith("deploy/overlays") || overlay.startsWith("deploy/local"))
                        .filter(overlay -> !table.contains("| `kubectl apply -k " + overlay + "` |")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eks, 'opentelemetry-collector, xray-daemon'",
        "eks-with-cloudwatch-agent, cloudwatch-agent",
        "eks-with-opentelemetry-collector, opentelemetry-collector"
    })
    void servicesWithOpenTelemetry_sendToAReceiverOfTheirNode(String overlay, String receivers)
            throws IOException, InterruptedException {
        Manifests rendered = Manifests.kustomized("overlays/opentelemetry/" + overlay);

        assertThat(rendered.all(DaemonSet.class).stream()
                        .map(daemon -> daemon.getMetadata().getName())
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .isEqualTo(receivers);
        assertThat(nodePorts(rendered)).contains("UDP 2000", "TCP 2000", "TCP 4317", "TCP 4318");
        assertThat(variables(rendered, "OTEL_EXPORTER_OTLP_ENDPOINT")).containsExactly("http://$(HOST_IP):4318");
        assertThat(rendered.one(NetworkPolicy.class, "opentelemetry")
                        .getSpec()
                        .getEgress()
                        .get(0)
                        .getTo()
                        .get(0)
                        .getPodSelector()
                        .getMatchExpressions()
                        .get(0)
                        .getValues())
                .anyMatch(receivers::contains);
    }

    @Test
    void collectorBesideTheDaemon_isReadyWhenItTakesSpans() throws IOException, InterruptedException {
        Container collector = Manifests.kustomized("overlays/opentelemetry/eks")
                .one(DaemonSet.class, "opentelemetry-collector")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);

        assertThat(collector.getPorts())
                .extracting(port -> port.getName())
                .containsExactly("otlp-grpc", "otlp-http", "health");
        assertThat(collector.getReadinessProbe().getTcpSocket().getPort().getStrVal())
                .isEqualTo("otlp-http");
    }

    @Test
    void servicesWithOpenTelemetryWithoutAws_sendToXRayLocal() throws IOException, InterruptedException {
        Manifests rendered = Manifests.kustomized("local/with-opentelemetry");

        assertThat(rendered.all(DaemonSet.class)).isEmpty();
        assertThat(variables(rendered, "OTEL_EXPORTER_OTLP_ENDPOINT")).containsExactly("http://xray-local:2000");
        assertThat(variables(rendered, "OTEL_TRACES_SAMPLER_ARG")).containsExactly("endpoint=http://xray-local:2000");
        assertThat(rendered.one(NetworkPolicy.class, "to-xray-local")
                        .getSpec()
                        .getEgress()
                        .get(0)
                        .getPorts())
                .extracting(port -> port.getProtocol() + " " + port.getPort().getIntVal())
                .contains("TCP 2000");
    }

    @Test
    void ipv6_putsTheNodesAddressInBrackets(@TempDir Path folder) throws IOException, InterruptedException {
        Path place = folder.toRealPath();
        Function<String, Path> deploy = name -> place.relativize(Repository.deploy(name));
        Files.writeString(place.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [%s]
                components: [%s, %s, %s, %s]
                """.formatted(
                        deploy.apply("eks"),
                        deploy.apply("tracing/cloudwatch-agent"),
                        deploy.apply("opentelemetry"),
                        deploy.apply("opentelemetry/ipv6"),
                        deploy.apply("eks/ipv6")));

        Manifests rendered = Manifests.kustomized(place.toString());

        assertThat(variables(rendered, "OTEL_EXPORTER_OTLP_ENDPOINT")).containsExactly("http://[$(HOST_IP)]:4318");
        assertThat(variables(rendered, "OTEL_TRACES_SAMPLER_ARG")).containsExactly("endpoint=http://[$(HOST_IP)]:2000");
        assertThat(rendered.one(NetworkPolicy.class, "opentelemetry-ipv6")
                        .getSpec()
                        .getEgress()
                        .get(0)
                        .getTo())
                .extracting(peer -> peer.getIpBlock().getCidr())
                .containsExactly("::/0");
    }

    /** The values of a variable of all services, each of which the agent traces. */
    private static Set<String> variables(Manifests manifests, String name) throws IOException {
        Set<String> values = new TreeSet<>();
        for (String service : ServiceGraph.read().services()) {
            Container container = manifests
                    .one(Deployment.class, service)
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0);
            assertThat(container.getCommand()).as(service).contains(AGENT);
            container.getEnv().stream()
                    .filter(variable -> variable.getName().equals(name))
                    .forEach(variable -> values.add(variable.getValue()));
        }
        return values;
    }

    private static List<String> nodePorts(Manifests manifests) {
        return manifests.all(DaemonSet.class).stream()
                .flatMap(daemon -> daemon.getSpec().getTemplate().getSpec().getContainers().stream())
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> port.getHostPort() != null)
                .map(port -> (port.getProtocol() == null ? "TCP" : port.getProtocol()) + " " + port.getHostPort())
                .toList();
    }

    private static Manifests rendered(String overlay) throws IOException, InterruptedException {
        return Manifests.kustomized(Repository.root().resolve(overlay).toString());
    }
}

package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The port of a service is that of its {@code application.yaml}, in each file that names it. */
class ServicePortsTests {

    private static final Pattern PORT = Pattern.compile("^server:\\n  port: (\\d+)$", Pattern.MULTILINE);

    static Stream<String> services() throws IOException {
        return ServiceGraph.read().services().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void manifest_namesThePort(String service) throws IOException {
        assertThat(Manifests.appliedFrom("services")
                        .one(Deployment.class, service)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getPorts()
                        .get(0)
                        .getContainerPort())
                .isEqualTo(port(service));
    }

    @ParameterizedTest
    @MethodSource("services")
    void composeFile_tellsTheOthersTheAddress(String service) throws IOException {
        assertThat(ComposeFile.part(service)).isNotNull();
        if (!service.equals("frontend")) {
            assertThat(ComposeFile.part("frontend").get("environment").toString())
                    .contains(endpointVariable(service) + "=http://" + service + ":" + port(service));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void prometheus_scrapesThePort(String service) throws IOException {
        assertThat(Files.readString(Repository.deploy("monitoring/prometheus.yaml")))
                .contains("""
                      - targets: ["localhost:%d"]
                        labels: {service: %s}
                """.formatted(managementPort(service), service));
    }

    @ParameterizedTest
    @MethodSource("services")
    void callers_haveTheAddressAsTheirDefault(String service) throws IOException {
        ServiceGraph graph = ServiceGraph.read();
        for (String caller : graph.services()) {
            if (graph.calls().get(caller).contains(service)) {
                assertThat(application(caller))
                        .as(caller)
                        .contains("${" + endpointVariable(service) + ":http://localhost:" + port(service) + "}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void managementPort_isNamedByTheManifestAndByNoService(String service) throws IOException {
        Manifests manifests = Manifests.appliedFrom("services");

        assertThat(manifests
                        .one(Deployment.class, service)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getPorts())
                .filteredOn(port -> port.getName().equals("management"))
                .singleElement()
                .satisfies(port -> assertThat(port.getContainerPort()).isEqualTo(managementPort(service)));
        assertThat(manifests.all(Service.class))
                .flatExtracting(exposing -> exposing.getSpec().getPorts())
                .allSatisfy(port -> assertThat(port.getTargetPort().getStrVal()).isEqualTo("http"));
    }

    /** The services' own rule: docs/adr/043-management-connector.md. */
    private static int managementPort(String service) throws IOException {
        return port(service) + 10_000;
    }

    private static String endpointVariable(String service) {
        return service.replaceFirst("service$", "").toUpperCase(Locale.ROOT) + "_ENDPOINT";
    }

    private static int port(String service) throws IOException {
        Matcher port = PORT.matcher(application(service));
        assertThat(port.find()).as("server.port of %s", service).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static String application(String service) throws IOException {
        return Files.readString(Repository.root().resolve(service).resolve("src/main/resources/application.yaml"));
    }
}

package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code deploy/versions.yaml} names the versions that the other files use, and the days on which their support ends. */
class VersionsTests {

    private static final int WARN_DAYS = 60;
    private static final Pattern FOREIGN_IMAGE =
            Pattern.compile("(?:image: +|BASE=)(?!anycompany-shop/)([\\w./-]+):([\\w.-]+)");

    private final JsonNode versions;

    VersionsTests() throws IOException {
        versions = new YAMLMapper().readTree(Files.readString(Repository.deploy("versions.yaml")));
    }

    @Test
    void kubernetes_isTheVersionOfTheCluster() throws IOException {
        JsonNode cluster = new YAMLMapper().readTree(Files.readString(Repository.deploy("eks/cluster.yaml")));

        assertThat(cluster.path("metadata").path("version").asText())
                .isEqualTo(versions.path("kubernetes").path("version").asText());
    }

    @Test
    void kubernetesOfTests_isTheModuleOfTheTestCluster() throws IOException {
        assertThat(Files.readString(Repository.root().resolve("tests/deploy/cluster/go.mod")))
                .contains("k8s.io/kubernetes v"
                        + versions.path("kubernetes-of-tests").path("version").asText() + ".");
    }

    @Test
    void foreignImages_haveTheVersionsOfTheFile() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String file : List.of(
                "Dockerfile",
                "tracing/xray-daemon.yaml",
                "tracing/cloudwatch-agent/agent.yaml",
                "tracing/opentelemetry-collector/base/collector.yaml")) {
            FOREIGN_IMAGE
                    .matcher(Files.readString(Repository.deploy(file)))
                    .results()
                    .forEach(image -> used.add(image.group(1) + ":" + image.group(2)));
        }
        Set<String> named = new TreeSet<>();
        versions.forEach(version -> {
            if (version.has("image")) {
                named.add(version.path("image").asText() + ":"
                        + version.path("version").asText());
            }
        });

        assertThat(used).isEqualTo(named);
    }

    /** A warning in the build's output, not a failure: what was right yesterday must build tomorrow. */
    @Test
    void endOfSupport_isAnnounced() {
        warnings(versions, LocalDate.now(ZoneOffset.UTC)).forEach(System.out::println);
    }

    @Test
    void warning_comesWhenLessThanSixtyDaysAreLeft() throws IOException {
        JsonNode one = new YAMLMapper().readTree("""
                some-program: {version: "1.2", supportedUntil: 2027-03-31}
                another: {version: "3"}
                """);

        assertThat(warnings(one, LocalDate.of(2027, 1, 30))).isEmpty();
        assertThat(warnings(one, LocalDate.of(2027, 1, 31)))
                .containsExactly(
                        "WARNING support of some-program 1.2 ends on 2027-03-31, in 59 days: see deploy/versions.yaml");
        assertThat(warnings(one, LocalDate.of(2027, 4, 1)))
                .containsExactly(
                        "WARNING support of some-program 1.2 has ended on 2027-03-31: see deploy/versions.yaml");
    }

    private static List<String> warnings(JsonNode versions, LocalDate today) {
        List<String> warnings = new ArrayList<>();
        versions.properties().forEach(entry -> {
            JsonNode version = entry.getValue();
            if (version.has("supportedUntil")) {
                LocalDate end = LocalDate.parse(version.path("supportedUntil").asText());
                long days = end.toEpochDay() - today.toEpochDay();
                if (days < WARN_DAYS) {
                    String when = days < 0 ? "has ended on " + end : "ends on " + end + ", in " + days + " days";
                    warnings.add("WARNING support of %s %s %s: see deploy/versions.yaml"
                            .formatted(entry.getKey(), version.path("version").asText(), when));
                }
            }
        });
        return warnings;
    }
}

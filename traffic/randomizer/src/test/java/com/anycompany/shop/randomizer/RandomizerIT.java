package com.anycompany.shop.randomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar as its pod runs it: told everything by the environment, stopped by SIGTERM. */
@EnableKubernetesMockClient(crud = true, https = false)
class RandomizerIT {

    private static final Path JAR = Path.of("target/app/randomizer.jar");

    @TempDir
    private Path folder;

    private KubernetesMockServer server;
    private KubernetesClient client;

    @Test
    void podThatIsToldByItsEnvironment_killsAndSaysSo_untilSigterm() throws Exception {
        MockedPods.create(client, "shop", "cartservice-1", "cartservice", true);
        Process randomizer = start(Map.of(
                "KUBERNETES_MASTER", "http://localhost:" + server.getPort(),
                "KUBERNETES_NAMESPACE", "shop",
                "RANDOMIZER_MIN", "10ms",
                "RANDOMIZER_MAX", "20ms",
                "RANDOMIZER_SEED", "7"));
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> output().contains("cartservice-1"));
            MockedPods.create(client, "shop", "cartservice-2", "cartservice", true);
            await().atMost(Duration.ofSeconds(30)).until(() -> output().contains("back "));
            randomizer.destroy();

            assertThat(randomizer.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(output())
                    .contains("Killing a pod in shop with product=storefront every 0.0 s to 0.0 s, seed 7.")
                    .containsPattern("cartservice +killed +pod cartservice-1")
                    .containsPattern("cartservice +back +after ")
                    .containsPattern("[12] kills?, 0 without recovery")
                    .doesNotContain("Exception");
        } finally {
            randomizer.destroyForcibly();
        }
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
    }
}

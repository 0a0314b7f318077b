package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard in {@code deploy/monitoring} asks for nothing that the shop doesn't tell. */
@ExtendWith(OpenShop.class)
class DashboardIT {

    private static final Path FOLDER = Repository.root().resolve("deploy/monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b(?:http|jvm|process|xray)_[a-z_]+");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyMetricOfTheDashboard_isTold(Shop shop) throws IOException {
        Set<String> wanted = new TreeSet<>();
        Files.readAllLines(FOLDER.resolve("grafana-dashboard.json")).stream()
                .filter(line -> line.contains("\"expr\""))
                .forEach(line -> METRIC.matcher(line).results().forEach(found -> wanted.add(found.group())));
        assertThat(wanted).hasSizeGreaterThan(8);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            get(shop.url() + "/");
            String told = get(shop.ports().managementUrl("frontend") + "/actuator/prometheus")
                    + get(shop.ports().url("xray") + "/actuator/prometheus");
            assertThat(wanted).allSatisfy(metric -> assertThat(told).containsPattern("(?m)^" + metric + "[ {]"));
        });
    }

    @Test
    void scrapeConfiguration_namesEveryService() throws IOException {
        String configuration = Files.readString(FOLDER.resolve("prometheus.yaml"));
        Stream.concat(Shop.SERVICES.stream(), Stream.of("xray-local"))
                .forEach(service -> assertThat(configuration).contains("service: " + service + "}"));
    }

    private String get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}

package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One service under OpenTelemetry's Java agent instead of our starter, beside others with the X-Ray SDK, as
 * docs/xray-local.md says: one trace, one map.
 */
@ExtendWith(OpenShop.class)
class OpenTelemetryAgentIT {

    private static final List<String> NEEDED_FOR_A_PRODUCT =
            List.of("catalogservice", "cartservice", "recommendationservice", "frontend");

    /** The agent also reports what its service asks DynamoDB while it starts, which isn't compared here. */
    private static final String[] PICTURE = {
        "cartservice -> Carts [AWS::DynamoDB::Table]",
        "catalogservice -> ProductCatalog [AWS::DynamoDB::Table]",
        "frontend -> cartservice, catalogservice, recommendationservice",
        "frontend [client] -> frontend"
    };

    @TempDir
    private Path folder;

    @Test
    void agentInOneService_givesOneTraceAndOneMapWithTheOthers(Shop shop) throws IOException {
        try (SecondShop second = new SecondShop(shop, folder);
                Traces traces = new Traces(URI.create(second.url("xray")))) {
            second.startXRay();
            second.startServices(
                    NEEDED_FOR_A_PRODUCT,
                    second.port("xray"),
                    Map.of("recommendationservice", agent(second.url("xray"))));
            Instant opened = Instant.now();
            Journey journey = new Journey(new HttpShopper(second.url("frontend")));

            Answer product = journey.product(journey.home());

            assertThat(product.status()).isEqualTo(200);
            String trace = product.traceId();
            await().atMost(Duration.ofSeconds(30))
                    .during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(traces.tree(trace))
                            .startsWith("frontend: GET /products/")
                            .doesNotContain("ORPHAN")
                            .contains("recommendationservice: GET /api/v1/recommendations/")
                            .contains("inferred AWS::DynamoDB::Table: POST /"));
            assertThat(traces.documents(opened.minusSeconds(5), Instant.now().plusSeconds(5))
                            .get(trace))
                    .anySatisfy(document -> assertThat(document)
                            .contains("\"name\":\"recommendationservice\"", "opentelemetry for java"))
                    .anySatisfy(
                            document -> assertThat(document).contains("\"name\":\"catalogservice\"", "X-Ray for Java"));
            assertThat(traces.graph(opened.minusSeconds(60), Instant.now().plusSeconds(1))
                            .lines())
                    .contains(PICTURE)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("recommendationservice -> ")
                            .contains("Recommendations [AWS::DynamoDB::Table]", "catalogservice"))
                    .noneMatch(line -> line.contains("localhost"));
        }
    }

    private static List<String> agent(String xray) throws IOException {
        Path agent = Repository.root().resolve("local/xray/target/agent/opentelemetry-javaagent.jar");
        assertThat(agent).as("packaged with local/xray").exists();
        return List.of(
                "-javaagent:" + agent,
                "-Dxray.enabled=false",
                // What the build worked out for Spring includes the starter.
                "-Dspring.aot.enabled=false",
                "-Dotel.service.name=recommendationservice",
                "-Dotel.propagators=xray",
                "-Dotel.exporter.otlp.protocol=http/protobuf",
                "-Dotel.exporter.otlp.traces.endpoint=" + xray + "/v1/traces",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none");
    }
}

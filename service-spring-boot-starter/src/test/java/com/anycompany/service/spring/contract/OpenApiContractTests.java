package com.anycompany.service.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed OpenAPI document describes the controllers of the service (docs/adr/004-openapi-committed.md);
 * {@code -Dopenapi.refresh=true} writes it anew.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "springdoc.paths-to-match=/api/**")
@Import(OpenApiDescription.class)
public abstract class OpenApiContractTests {

    private static final Path COMMITTED = Path.of("src/main/resources/static/openapi.json");

    @LocalServerPort
    private int port;

    @Value("${spring.application.name}")
    private String service = "";

    @DynamicPropertySource
    static void dynamoDb(DynamicPropertyRegistry properties) {
        properties.add("contract.dynamodb", LocalDynamoDb::use);
        LocalDynamoDb.use();
    }

    @Test
    void committedDocument_describesTheControllers() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        RestClient http = RestClient.create("http://localhost:" + port);
        ObjectNode document = (ObjectNode)
                json.readTree(http.get().uri("/v3/api-docs").retrieve().body(String.class));
        document.remove("servers");
        document.putObject("info").put("title", service).put("version", "v1");
        String generated = json.writeValueAsString(document) + "\n";
        if (Boolean.getBoolean("openapi.refresh")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, generated);
            return; // served from the next build on
        }

        assertThat(COMMITTED)
                .as(
                        "Refresh it: mvn -pl %s -am test -Dtest=OpenApiTests -Dopenapi.refresh=true"
                                + " -Dsurefire.failIfNoSpecifiedTests=false",
                        service)
                .exists()
                .content()
                .isEqualTo(generated);
        assertThat(http.get().uri("/openapi.json").retrieve().body(String.class))
                .contains("\"openapi\"");
    }
}

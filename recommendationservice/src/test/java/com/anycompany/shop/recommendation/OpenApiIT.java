package com.anycompany.shop.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** The published description of the API is what the code really offers. */
@ExtendWith(LocalTable.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"springdoc.writer-with-order-by-keys=true", "springdoc.writer-with-default-pretty-printer=true"})
class OpenApiIT {

    private static final Path PUBLISHED = Path.of("src/main/resources/static/openapi.json");

    @LocalServerPort
    int port;

    @Test
    void publishedDescription_isUpToDate() throws IOException {
        byte[] answer = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/v3/api-docs")
                .retrieve()
                .body(byte[].class);
        String actual = new String(answer, StandardCharsets.UTF_8) + "\n";
        if (Boolean.getBoolean("openapi.refresh")) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, actual);
        }
        assertThat(PUBLISHED)
                .as("the API has changed; run this test once with -Dopenapi.refresh=true and commit the file")
                .exists()
                .content()
                .isEqualTo(actual);
    }

    @TestConfiguration
    static class Description {

        @Bean
        OpenAPI api() {
            return new OpenAPI()
                    .info(new Info()
                            .title("recommendationservice")
                            .version("v1")
                            .description("What was bought together."))
                    .servers(List.of(new Server().url("/")));
        }

        /** What every operation answers when it fails. */
        @Bean
        OpenApiCustomizer problemResponses() {
            Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
            ApiResponse failure = new ApiResponse()
                    .description("A problem (RFC 9457)")
                    .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
            return api -> {
                api.getComponents().addSchemas("Problem", problemSchema());
                api.getPaths()
                        .values()
                        .forEach(path -> path.readOperations()
                                .forEach(operation -> operation.getResponses().addApiResponse("default", failure)));
            };
        }

        private static Schema<?> problemSchema() {
            Schema<?> text = new Schema<>().type("string");
            Schema<?> error =
                    new Schema<>().type("object").addProperty("field", text).addProperty("message", text);
            return new Schema<>()
                    .type("object")
                    .addProperty("type", text)
                    .addProperty("title", text)
                    .addProperty("status", new Schema<>().type("integer"))
                    .addProperty("detail", text)
                    .addProperty("errors", new Schema<>().type("array").items(error))
                    .addProperty("traceId", text);
        }
    }
}

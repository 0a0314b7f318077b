package com.anycompany.service.spring.contract;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What all OpenAPI documents have in common: problem responses, and ids as strings. */
@TestConfiguration
class OpenApiDescription {

    /** Every operation answers with a problem when it fails. */
    @Bean
    OpenApiCustomizer documentedProblems() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        ApiResponse failure = new ApiResponse()
                .description("Problem (RFC 9457)")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
        return api -> {
            api.getComponents().addSchemas("Problem", problemSchema());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation.getResponses().addApiResponse("default", failure)));
        };
    }

    /** An id is a record with a text; its static FORMAT, if there is one, is the pattern of the schema. */
    @Bean
    ModelConverter idsAsStrings() {
        return new ModelConverter() {
            @Override
            public @Nullable Schema<?> resolve(
                    AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
                JavaType resolved = Json.mapper().constructType(type.getType());
                if (resolved != null && isId(resolved.getRawClass())) {
                    return new Schema<String>().type("string").pattern(format(resolved.getRawClass()));
                }
                return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            }
        };
    }

    private static boolean isId(Class<?> type) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return components.length == 1
                && components[0].getType() == String.class
                && components[0].getName().equals("value");
    }

    private static @Nullable String format(Class<?> id) {
        try {
            Field format = id.getDeclaredField("FORMAT");
            format.setAccessible(true);
            return ((Pattern) format.get(null)).pattern();
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return null;
        }
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
                .addProperty("instance", text)
                .addProperty("errors", new Schema<>().type("array").items(error))
                .addProperty("traceId", text);
    }
}

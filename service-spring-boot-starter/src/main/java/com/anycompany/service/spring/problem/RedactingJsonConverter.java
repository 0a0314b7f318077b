package com.anycompany.service.spring.problem;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** JSON converter for request bodies whose exceptions never quote the body, so that no secret reaches a log or a trace. */
final class RedactingJsonConverter extends JacksonJsonHttpMessageConverter {

    RedactingJsonConverter(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        try {
            return super.read(type, message, hints);
        } catch (HttpMessageConversionException e) {
            throw MalformedJsonException.of(e.getCause(), message);
        }
    }
}

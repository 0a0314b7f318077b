package com.anycompany.shop.order.order;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies without ever quoting them in an exception, and so in a log, a trace or an answer. */
final class DiscreetJson extends JacksonJsonHttpMessageConverter {

    private DiscreetJson(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        try {
            return super.read(type, message, hints);
        } catch (HttpMessageConversionException e) {
            Throwable cause = e.getCause();
            throw UnreadableJson.at(cause == null ? e : cause, message);
        }
    }

    /** Puts the discreet reader in the place of Spring's. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        @Order
        ServerHttpMessageConvertersCustomizer discreetJson(JsonMapper mapper) {
            return converters -> converters.withJsonConverter(new DiscreetJson(mapper));
        }
    }
}

package com.anycompany.service.spring.problem;

import com.anycompany.service.spring.server.RefusalWriter;
import com.anycompany.service.spring.server.ServerAutoConfiguration;
import com.anycompany.xray.spring.CurrentTrace;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.json.JsonMapper;

/** Auto-configuration that answers every failure of a request with a problem response. */
@AutoConfiguration(
        before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, ServerAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ResponseEntityExceptionHandler.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnProperty(name = "service.problem.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ProblemProperties.class)
public final class ProblemAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ProblemResponses problemResponses(ObjectProvider<TraceIdSource> traceIds, ProblemProperties properties) {
        return new ProblemResponses(traceIds.getIfAvailable(() -> Optional::empty), properties);
    }

    @Bean
    @ConditionalOnMissingBean(ResponseEntityExceptionHandler.class)
    ProblemExceptionHandler problemExceptionHandler(ProblemResponses responses, ObjectProvider<ProblemMapper> mappers) {
        return new ProblemExceptionHandler(responses, mappers.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(ProblemResponses responses) {
        return new ProblemErrorController(responses);
    }

    /** Kept apart, since a service need not have Jackson. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({JsonMapper.class, ServerHttpMessageConvertersCustomizer.class})
    static class Json {

        @Bean
        @Order
        @ConditionalOnMissingBean(name = "redactingJsonConverter")
        ServerHttpMessageConvertersCustomizer redactingJsonConverter(ObjectProvider<JsonMapper> mapper) {
            return converters ->
                    mapper.ifUnique(json -> converters.withJsonConverter(new RedactingJsonConverter(json)));
        }

        @Bean
        @ConditionalOnMissingBean
        RefusalWriter problemRefusalWriter(ProblemResponses responses) {
            return new ProblemRefusalWriter(responses, JsonMapper.shared());
        }
    }

    /** Kept apart, since a service need not be traced. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CurrentTrace.class)
    static class XRay {

        @Bean
        @ConditionalOnMissingBean
        TraceIdSource xrayTraceIdSource() {
            return CurrentTrace::id;
        }
    }
}

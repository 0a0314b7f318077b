package com.anycompany.service.spring.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.Map;
import org.apache.catalina.startup.Tomcat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Auto-configuration that protects the HTTP server from slow clients, overload and foreign hosts, and gives the actuator a port
 * of its own. Settings are read when the application starts, not when it is built: conditions on properties would be decided by
 * Spring's ahead-of-time processing.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Filter.class, FilterRegistrationBean.class, MeterRegistry.class})
@EnableConfigurationProperties(HttpServerProperties.class)
public final class ServerAutoConfiguration {

    /** After the filter that begins a trace and the one that measures requests, before those that read the request. */
    private static final int AFTER_TRACING = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    @ConditionalOnMissingBean
    ManagementConnector managementConnector(HttpServerProperties properties, Environment environment) {
        return ManagementConnector.of(properties.management(), environment);
    }

    @Bean
    @ConditionalOnMissingBean
    Admission admission(HttpServerProperties properties, ObjectProvider<MeterRegistry> meters) {
        Admission admission = new Admission(properties.admission());
        meters.ifAvailable(registry -> {
            registry.gauge("service.requests.running", admission, Admission::running);
            registry.gauge("service.requests.queued", admission, Admission::queued);
        });
        return admission;
    }

    @Bean
    @ConditionalOnMissingBean
    RefusalWriter refusalWriter() {
        return (refusal, request, response) -> {
            if (refusal.retryAfter() != null) {
                response.setHeader(
                        "Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
            }
            response.sendError(refusal.status().value());
        };
    }

    @Bean
    @ConditionalOnMissingBean(name = "entryFilter")
    FilterRegistrationBean<EntryFilter> entryFilter(
            HttpServerProperties properties,
            ManagementConnector management,
            Admission admission,
            RefusalWriter writer,
            Environment environment,
            ObjectProvider<MeterRegistry> meters) {
        HostCheck hosts = new HostCheck(environment.getProperty("spring.application.name"), properties.allowedHosts());
        String actuator = environment.getProperty("management.endpoints.web.base-path", "/actuator");
        FilterRegistrationBean<EntryFilter> filter = new FilterRegistrationBean<>(
                new EntryFilter(management, actuator, hosts, admission, writer, registry(meters)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }

    @Bean
    @ConditionalOnMissingBean(name = "refusedBodyFilter")
    FilterRegistrationBean<RefusedBodyFilter> refusedBodyFilter(
            RefusalWriter writer, Environment environment, ObjectProvider<MeterRegistry> meters) {
        boolean takesUploads = environment.getProperty("spring.servlet.multipart.enabled", Boolean.class, true);
        FilterRegistrationBean<RefusedBodyFilter> filter =
                new FilterRegistrationBean<>(new RefusedBodyFilter(takesUploads, writer, registry(meters)));
        filter.setOrder(AFTER_TRACING);
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }

    /** The executor of Spring Boot, on which a service makes calls in parallel. */
    @Bean
    @ConditionalOnMissingBean(name = "tasksOnVirtualThreads")
    ThreadPoolTaskExecutorCustomizer tasksOnVirtualThreads(HttpServerProperties properties) {
        return executor -> {
            if (RequestThreads.areVirtual(properties)) {
                RequestThreads.makeVirtual(executor);
            }
        };
    }

    private static MeterRegistry registry(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(SimpleMeterRegistry::new);
    }

    /** Kept apart, since another server may be used. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Tomcat.class, TomcatServletWebServerFactory.class})
    static class TomcatServer {

        @Bean
        @ConditionalOnMissingBean(name = "protectedTomcat")
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> protectedTomcat(
                HttpServerProperties properties, ManagementConnector management, ObjectProvider<MeterRegistry> meters) {
            return new TomcatCustomizer(properties, management, meters);
        }

        @Bean
        ApplicationListener<WebServerInitializedEvent> managementPortInfo(
                ManagementConnector management, ConfigurableEnvironment environment) {
            return event -> {
                if (management.localPort() > 0) {
                    environment
                            .getPropertySources()
                            .addFirst(new MapPropertySource(
                                    "managementConnector", Map.of("local.management.port", management.localPort())));
                }
            };
        }
    }
}

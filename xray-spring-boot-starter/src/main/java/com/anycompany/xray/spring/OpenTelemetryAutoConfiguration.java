package com.anycompany.xray.spring;

import io.opentelemetry.api.trace.Span;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Auto-configuration of an application that OpenTelemetry's Java agent traces: annotations, methods and trace ids go to the
 * agent's spans. No class of the X-Ray SDK is loaded.
 */
@AutoConfiguration(before = TaskExecutionAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "xray.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "xray.backend", havingValue = "opentelemetry")
@ConditionalOnClass(Span.class)
@EnableConfigurationProperties(XRayProperties.class)
public final class OpenTelemetryAutoConfiguration {

    @Bean
    OpenTelemetryBackend openTelemetryBackend(XRayProperties properties, Environment environment) {
        return new OpenTelemetryBackend(SegmentName.of(properties, environment), Clock.systemUTC());
    }

    @Bean
    @ConditionalOnMissingBean(name = "xrayTaskDecorator")
    TaskDecorator xrayTaskDecorator() {
        return CurrentTrace::wrap;
    }

    /** In a nested class, because an application may lack Spring AOP. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Advisor.class)
    static class Methods {

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        @ConditionalOnMissingBean(name = "xrayMethodAdvisor")
        static Advisor xrayMethodAdvisor() {
            return new DefaultPointcutAdvisor(TracedPointcut.of(Traced.class), new OpenTelemetryMethods());
        }
    }

    /** In a nested class, because an application may serve no requests. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass({Filter.class, FilterRegistrationBean.class, PathPattern.class})
    static class Servlets {

        @Bean
        @ConditionalOnMissingBean(name = "xrayFilter")
        FilterRegistrationBean<OpenTelemetryFilter> xrayFilter(XRayProperties properties) {
            FilterRegistrationBean<OpenTelemetryFilter> filter = new FilterRegistrationBean<>(new OpenTelemetryFilter(
                    new IgnoredPaths(properties.ignoredPaths()), properties.trustTraceHeader(), Clock.systemUTC()));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
            return filter;
        }

        @Bean
        @ConditionalOnMissingBean(name = "xrayRequestEndListener")
        ServletListenerRegistrationBean<OpenTelemetryFilter.EndListener> xrayRequestEndListener() {
            return new ServletListenerRegistrationBean<>(new OpenTelemetryFilter.EndListener());
        }
    }

    /** In a nested class, because a servlet application may lack Spring MVC. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(HandlerExceptionResolver.class)
    static class SpringMvc {

        @Bean
        @ConditionalOnMissingBean(name = "xrayHandledExceptionRecorder")
        HandledExceptionRecorder xrayHandledExceptionRecorder() {
            return new HandledExceptionRecorder();
        }
    }
}

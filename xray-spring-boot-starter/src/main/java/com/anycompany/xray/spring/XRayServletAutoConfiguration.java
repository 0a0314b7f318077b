package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.pattern.PathPattern;

/** Auto-configuration that records each request as a segment. */
@AutoConfiguration(after = XRayAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Filter.class, FilterRegistrationBean.class, PathPattern.class})
@ConditionalOnBean(Tracing.class)
public final class XRayServletAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "xrayFilter")
    FilterRegistrationBean<TracingFilter> xrayFilter(
            AWSXRayRecorder recorder, XRayProperties properties, Environment environment) {
        FilterRegistrationBean<TracingFilter> filter = new FilterRegistrationBean<>(new TracingFilter(
                recorder,
                SegmentName.of(properties, environment),
                new IgnoredPaths(properties.ignoredPaths()),
                properties.trustTraceHeader()));
        // Only filters that refuse requests before they cost anything come earlier.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return filter;
    }

    @Bean
    @ConditionalOnMissingBean(name = "xrayRequestEndListener")
    ServletListenerRegistrationBean<RequestEndListener> xrayRequestEndListener() {
        return new ServletListenerRegistrationBean<>(new RequestEndListener());
    }

    /** In a nested class, because a servlet application may lack Spring MVC. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HandlerExceptionResolver.class)
    static class SpringMvc {

        @Bean
        @ConditionalOnMissingBean(name = "xrayHandledExceptionRecorder")
        HandledExceptionRecorder xrayHandledExceptionRecorder() {
            return new HandledExceptionRecorder();
        }
    }
}

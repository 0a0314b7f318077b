package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/** Auto-configuration that records the calls of each RestClient that Spring Boot builds or configures. */
@AutoConfiguration(after = XRayAutoConfiguration.class)
@ConditionalOnClass({RestClient.class, RestClientCustomizer.class})
@ConditionalOnBean(Tracing.class)
public final class XRayRestClientAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "xrayRestClientCustomizer")
    @Order(Ordered.LOWEST_PRECEDENCE)
    RestClientCustomizer xrayRestClientCustomizer(AWSXRayRecorder recorder) {
        RestClientTracing tracing = new RestClientTracing(new Subsegments(recorder));
        return builder -> builder.requestInterceptor(tracing);
    }

    @Bean
    @ConditionalOnMissingBean(name = "xrayHttpServiceGroups")
    NamedHttpServiceGroups xrayHttpServiceGroups(AWSXRayRecorder recorder) {
        return new NamedHttpServiceGroups(new RestClientTracing(new Subsegments(recorder)));
    }

    /**
     * Names the subsegments of an HTTP service group after the group: on one machine every host is localhost, and the map would
     * show one node. It is ordered last: Spring Boot's configurer has applied the customizer above by then, and the named
     * interceptor replaces the customizer's.
     */
    record NamedHttpServiceGroups(RestClientTracing tracing) implements RestClientHttpServiceGroupConfigurer, Ordered {

        @Override
        public void configureGroups(Groups<RestClient.Builder> groups) {
            groups.forEachClient((group, builder) -> builder.requestInterceptors(interceptors -> {
                interceptors.removeIf(RestClientTracing.class::isInstance);
                interceptors.add(tracing.named(group.name()));
            }));
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}

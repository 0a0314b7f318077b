package com.anycompany.shop.frontend.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * CSRF protection and security headers. There is no log-in, so two of Spring Security's filters are enough; assembled
 * here, they start in a fraction of the time that its configuration takes.
 */
@Configuration(proxyBeanMethods = false)
class BrowserProtection {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
            + "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Comes before the starter's filter for refused bodies, so that their error pages have the headers, too. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeadersFilter(@Value("${shop.hsts-max-age}") Duration hsts) {
        FilterRegistrationBean<HeaderWriterFilter> filter = new FilterRegistrationBean<>(securityHeaders(hsts));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }

    @Bean
    FilterRegistrationBean<FilterChainProxy> forgedRequestsFilter() {
        FilterRegistrationBean<FilterChainProxy> filter = new FilterRegistrationBean<>(
                new FilterChainProxy(new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, forgedRequests())));
        filter.setOrder(-100);
        return filter;
    }

    /** Puts the token into every form of every template. */
    @Bean
    RequestDataValueProcessor requestDataValueProcessor() {
        return new CsrfRequestDataValueProcessor();
    }

    private static CsrfFilter forgedRequests() {
        return new CsrfFilter(new CsrfCookies());
    }

    private static HeaderWriterFilter securityHeaders(Duration hsts) {
        return new HeaderWriterFilter(List.of(
                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new PermissionsPolicyHeaderWriter("camera=(), geolocation=(), microphone=()"),
                // Only in responses to requests that came by TLS. Other hosts of the domain are not the storefront's to
                // decide for.
                new HstsHeaderWriter(hsts.toSeconds(), false),
                new CacheControlHeadersWriter()));
    }
}

package com.anycompany.shop.frontend.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the {@link PageInterceptor}, and redirects from the addresses of the original workshop. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private final PageInterceptor pages;

    PageConfiguration(PageInterceptor pages) {
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(pages).excludePathPatterns("/error");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        moved(registry, "/product", "/products");
        moved(registry, "/product/{id}", "/products/{id}");
        moved(registry, "/cart/checkout", "/checkout");
        // For a load balancer, which can't reach the management port.
        registry.addStatusController("/healthz", HttpStatus.OK);
    }

    private static void moved(ViewControllerRegistry registry, String from, String to) {
        registry.addRedirectViewController(from, to).setStatusCode(HttpStatus.MOVED_PERMANENTLY);
    }
}

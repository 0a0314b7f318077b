package com.anycompany.shop.frontend.web;

import java.time.Duration;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style, script and pictures, linked by the hash of their content so that browsers may cache them forever. Only these folders
 * are mapped: with Boot's {@code /**} every link of every page would be looked up among the files.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private final WebProperties.Resources resources;

    StaticFiles(WebProperties web) {
        this.resources = web.getResources();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : new String[] {"/css/", "/js/", "/images/"}) {
            registry.addResourceHandler(folder + "**")
                    .addResourceLocations(locations(folder.substring(1)))
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable())
                    .resourceChain(resources.getChain().isCache())
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
        registry.addResourceHandler("/favicon.svg", "/favicon.ico", "/robots.txt")
                .addResourceLocations(locations(""))
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    private String[] locations(String folder) {
        String[] locations = resources.getStaticLocations().clone();
        for (int i = 0; i < locations.length; i++) {
            locations[i] += folder;
        }
        return locations;
    }
}

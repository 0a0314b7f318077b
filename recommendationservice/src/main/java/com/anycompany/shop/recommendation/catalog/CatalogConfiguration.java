package com.anycompany.shop.recommendation.catalog;

import java.net.http.HttpClient;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Registers the client; its settings are {@code spring.http.serviceclient.catalogservice.*}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "catalogservice", types = CatalogClient.class)
class CatalogConfiguration {

    /** Otherwise the JDK's client would try an upgrade to HTTP/2 on each new connection. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> httpOneDotOne() {
        return builder -> builder.withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1));
    }
}

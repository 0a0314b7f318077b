package com.anycompany.service.spring.http;

import java.net.http.HttpClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Auto-configuration that keeps calls to other services on HTTP/1.1; their time-outs are {@code spring.http.*}. */
@AutoConfiguration
@ConditionalOnClass({JdkClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilderCustomizer.class})
public final class HttpClientAutoConfiguration {

    /** The JDK's client would otherwise try an upgrade to HTTP/2 on each new connection. */
    @Bean
    @ConditionalOnMissingBean(name = "httpOneDotOne")
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> httpOneDotOne() {
        return builder -> builder.withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1));
    }
}

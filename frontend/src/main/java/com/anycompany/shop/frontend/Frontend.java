package com.anycompany.shop.frontend;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The storefront. Nobody logs in, so there are no users to configure. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class, proxyBeanMethods = false)
public class Frontend {

    public static void main(String[] args) {
        SpringApplication.run(Frontend.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

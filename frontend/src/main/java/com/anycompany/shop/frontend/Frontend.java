package com.anycompany.shop.frontend;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The storefront: the pages of the shop. */
@SpringBootApplication(proxyBeanMethods = false)
public class Frontend {

    public static void main(String[] args) {
        SpringApplication.run(Frontend.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package com.anycompany.shop.cart;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.service.registry.ImportHttpServices;

/** Keeps what shoppers mean to buy. */
@SpringBootApplication
@ImportHttpServices(group = "catalogservice", types = CatalogClient.class)
public class CartService {

    public static void main(String[] args) {
        SpringApplication.run(CartService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

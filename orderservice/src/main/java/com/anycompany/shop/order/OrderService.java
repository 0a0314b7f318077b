package com.anycompany.shop.order;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns carts into orders, exactly once. */
@SpringBootApplication
@EnableScheduling
public class OrderService {

    public static void main(String[] args) {
        SpringApplication.run(OrderService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

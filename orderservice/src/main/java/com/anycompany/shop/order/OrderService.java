package com.anycompany.shop.order;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.ImportHttpServices;

/** Turns carts into orders, exactly once. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(SettlementProperties.class)
@ImportHttpServices(group = "cartservice", types = CartClient.class)
@ImportHttpServices(group = "catalogservice", types = CatalogClient.class)
@ImportHttpServices(group = "paymentservice", types = PaymentClient.class)
@ImportHttpServices(group = "recommendationservice", types = RecommendationClient.class)
public class OrderService {

    public static void main(String[] args) {
        SpringApplication.run(OrderService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package com.anycompany.shop.recommendation;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the service that learns from each order what to show beside a product. */
@SpringBootApplication
public class RecommendationService {

    public static void main(String[] args) {
        SpringApplication.run(RecommendationService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

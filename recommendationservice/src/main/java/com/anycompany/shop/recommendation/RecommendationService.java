package com.anycompany.shop.recommendation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What was bought together. */
@SpringBootApplication
public class RecommendationService {

    public static void main(String[] args) {
        SpringApplication.run(RecommendationService.class, args);
    }
}

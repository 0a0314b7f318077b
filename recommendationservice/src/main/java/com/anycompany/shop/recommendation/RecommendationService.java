package com.anycompany.shop.recommendation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/** The recommendation service. */
@SpringBootApplication
@ImportHttpServices(group = "catalogservice", types = CatalogClient.class)
public class RecommendationService {

    public static void main(String[] args) {
        SpringApplication.run(RecommendationService.class, args);
    }
}

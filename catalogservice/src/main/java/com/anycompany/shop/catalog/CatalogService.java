package com.anycompany.shop.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the one service that knows the products and decides their prices. */
@SpringBootApplication
public class CatalogService {

    public static void main(String[] args) {
        SpringApplication.run(CatalogService.class, args);
    }
}

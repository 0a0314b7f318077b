package com.anycompany.shop.cart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/** The cart service. */
@SpringBootApplication
@ImportHttpServices(group = "catalogservice", types = CatalogClient.class)
public class CartService {

    public static void main(String[] args) {
        SpringApplication.run(CartService.class, args);
    }
}

package com.anycompany.shop.frontend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The storefront: the pages of the shop. */
@SpringBootApplication(proxyBeanMethods = false)
public class Frontend {

    public static void main(String[] args) {
        SpringApplication.run(Frontend.class, args);
    }
}

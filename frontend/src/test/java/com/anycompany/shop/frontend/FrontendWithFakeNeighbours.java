package com.anycompany.shop.frontend;

import org.springframework.boot.SpringApplication;

/**
 * Runs the storefront on http://localhost:8080 without any other service, for work on its looks: templates and static
 * files are read from the source folder on each request when started in {@code frontend/}.
 */
final class FrontendWithFakeNeighbours {

    private FrontendWithFakeNeighbours() {}

    public static void main(String[] args) {
        FakeNeighbours neighbours = new FakeNeighbours();
        SpringApplication application = new SpringApplication(Frontend.class);
        application.setDefaultProperties(neighbours.endpoints());
        System.setProperty("spring.thymeleaf.prefix", "file:src/main/resources/templates/");
        System.setProperty("spring.thymeleaf.cache", "false");
        System.setProperty("spring.web.resources.static-locations", "file:src/main/resources/static/");
        System.setProperty("spring.web.resources.chain.cache", "false");
        application.run(args);
    }
}

package com.anycompany.shop.catalog.product;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Categories over HTTP. */
@RestController
@RequestMapping("/api/v1/categories")
class CategoryController {

    private final Products products;

    CategoryController(Products products) {
        this.products = products;
    }

    @GetMapping
    Categories categories() {
        return new Categories(products.countByCategory().entrySet().stream()
                .map(counted -> new CountedCategory(
                        counted.getKey().id(), counted.getKey().name(), counted.getValue()))
                .toList());
    }

    record Categories(List<CountedCategory> categories) {}

    record CountedCategory(String id, String name, long products) {}
}

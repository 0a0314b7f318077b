package com.anycompany.shop.catalog.seed;

import com.anycompany.shop.catalog.product.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seed products: the content of {@code products.json}. */
@Component
class SeedProducts {

    private final JsonMapper json;

    SeedProducts(JsonMapper json) {
        this.json = json;
    }

    List<Product> products() {
        try (InputStream file = new ClassPathResource("products.json").getInputStream()) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

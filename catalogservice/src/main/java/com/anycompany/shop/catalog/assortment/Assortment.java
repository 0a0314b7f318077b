package com.anycompany.shop.catalog.assortment;

import com.anycompany.shop.catalog.product.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The products of {@code products.json}, with which an empty shop opens. */
@Component
class Assortment {

    private final JsonMapper json;

    Assortment(JsonMapper json) {
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

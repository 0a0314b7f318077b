package com.anycompany.shop.catalog.seed;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.catalog.product.Category;
import com.anycompany.shop.catalog.product.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SeedProductsTests {

    private static final Path PICTURES = Path.of("../frontend/src/main/resources/static/images/products");

    private final List<Product> products = new SeedProducts(JsonMapper.shared()).products();

    @Test
    void ids_areUniqueAndFromTheRangeThatShopsMayUseThemselves() {
        assertThat(products)
                .hasSizeGreaterThanOrEqualTo(48)
                .extracting(Product::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.value().matches("2[0-9]{12}"));
    }

    @Test
    void texts_areNeitherBlankNorRepeated() {
        assertThat(products)
                .allSatisfy(product -> assertThat(List.of(
                                product.name(),
                                product.description(),
                                product.brand(),
                                product.category().name()))
                        .allSatisfy(text -> assertThat(text).isNotBlank().isEqualTo(text.strip())));
        assertThat(products).extracting(Product::name).doesNotHaveDuplicates();
        assertThat(products).extracting(Product::description).doesNotHaveDuplicates();
    }

    @Test
    void prices_areInDollarsAndSensible() {
        assertThat(products).extracting(Product::price).allSatisfy(price -> {
            assertThat(price.currency()).isEqualTo("USD");
            assertThat(price.amount()).isBetween(BigDecimal.ONE, new BigDecimal("1000"));
        });
    }

    @Test
    void categories_haveOneNameEachAndEnoughProductsToFillAPage() {
        var byCategory = products.stream().collect(groupingBy(Product::category, counting()));

        assertThat(byCategory).hasSizeGreaterThanOrEqualTo(6);
        assertThat(byCategory.values()).allMatch(count -> count >= 5);
        assertThat(byCategory.keySet())
                .extracting(Category::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][a-z-]*"));
    }

    @Test
    void homePage_hasSomethingToShowFromEachCategory() {
        assertThat(products.stream().filter(Product::featured).map(Product::category))
                .hasSizeBetween(6, 12)
                .containsAll(products.stream().map(Product::category).toList());
    }

    @Test
    void everyProduct_hasItsOwnPicture() throws IOException {
        Set<String> drawings = new HashSet<>();
        for (Product product : products) {
            String svg = Files.readString(PICTURES.resolve(product.id() + ".svg"));
            assertThat(svg)
                    .as(product.name())
                    .hasSizeLessThanOrEqualTo(4096)
                    .contains("viewBox=\"0 0 400 400\"", "role=\"img\"", "<title>" + xml(product.name()) + "</title>")
                    .doesNotContainIgnoringCase("<script", "href", "url(http", "<image", "<foreignObject", "onload")
                    .doesNotContain("\r");
            assertThat(drawings.add(svg.replaceFirst("<title>.*?</title>", ""))).isTrue();
        }
    }

    @Test
    void everyPicture_hasItsProduct() throws IOException {
        try (var files = Files.list(PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(products.stream()
                            .map(product -> product.id() + ".svg")
                            .toList());
        }
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;");
    }
}

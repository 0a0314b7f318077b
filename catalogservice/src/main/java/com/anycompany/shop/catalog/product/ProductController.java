package com.anycompany.shop.catalog.product;

import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products over HTTP. */
@RestController
@RequestMapping("/api/v1/products")
class ProductController {

    /** A page of the storefront. */
    private static final int DEFAULT_SIZE = 24;

    /** The default where the products are named by id. */
    private static final int MAX_SIZE = 100;

    private final Products products;

    ProductController(Products products) {
        this.products = products;
    }

    @GetMapping
    ProductPage search(
            @RequestParam(required = false) @Size(max = 100) @Nullable String query,
            @RequestParam(required = false)
                    @Pattern(regexp = "[a-z0-9-]{0,40}", message = "must be a category's id, such as kitchen")
                    @Nullable
                    String category,
            @RequestParam(required = false) @Size(max = MAX_SIZE, message = "must be at most 100 ids") @Nullable
                    List<ProductId> ids,
            @RequestParam(required = false) @Nullable Boolean featured,
            @RequestParam(required = false) @Nullable PriceRange price,
            @RequestParam(defaultValue = SortOrder.DEFAULT) SortOrder sort,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(required = false) @Min(1) @Max(MAX_SIZE) @Nullable Integer size) {
        int limit = size != null ? size : ids != null ? MAX_SIZE : DEFAULT_SIZE;
        List<Product> found = products.search(ProductSearch.of(query, category, ids, featured, price), sort);
        return new ProductPage(
                found.stream()
                        .skip((long) page * limit)
                        .limit(limit)
                        .map(ProductController::present)
                        .toList(),
                page,
                limit,
                found.size());
    }

    @GetMapping("/{id}")
    PresentedProduct product(@PathVariable ProductId id) {
        CurrentTrace.annotate("product_id", id.value());
        return present(products.find(id).orElseThrow(() -> new UnknownProduct(id)));
    }

    private static PresentedProduct present(Product product) {
        return new PresentedProduct(
                product.id(),
                product.name(),
                product.description(),
                product.brand(),
                product.category().id(),
                product.price(),
                product.picture(),
                product.featured());
    }

    record ProductPage(List<PresentedProduct> products, int page, int size, int total) {}

    /** A product as other services see it; {@code picture} is a path on the storefront. */
    record PresentedProduct(
            ProductId id,
            String name,
            String description,
            String brand,
            String category,
            Money price,
            String picture,
            boolean featured) {}
}

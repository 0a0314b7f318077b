package com.anycompany.shop.catalog.product;

import com.anycompany.service.spring.dynamodb.Attributes;
import com.anycompany.service.spring.dynamodb.ItemReader;
import com.anycompany.service.spring.dynamodb.ItemWriter;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Item of a product in the table. */
final class ProductItem {

    /** The only value of the attribute {@code featured}, which other products lack. */
    static final AttributeValue FEATURED = Attributes.text("yes");

    private ProductItem() {}

    static Map<String, AttributeValue> of(Product product) {
        ItemWriter item = new ItemWriter()
                .text("id", product.id().value())
                .text("name", product.name())
                .text("description", product.description())
                .text("brand", product.brand())
                .text("category", product.category().id())
                .text("categoryName", product.category().name())
                .decimal("price", product.price().amount())
                .text("currency", product.price().currency())
                .text("searchText", product.searchText());
        return (product.featured() ? item.attribute("featured", FEATURED) : item).item();
    }

    static Product toProduct(Map<String, AttributeValue> attributes) {
        ItemReader item = ItemReader.of(attributes);
        return new Product(
                new ProductId(item.text("id")),
                item.text("name"),
                item.text("description"),
                item.text("brand"),
                category(attributes),
                new Money(item.decimal("price"), item.text("currency")),
                item.has("featured"));
    }

    static Category category(Map<String, AttributeValue> attributes) {
        ItemReader item = ItemReader.of(attributes);
        return new Category(item.text("category"), item.text("categoryName"));
    }

    static Map<String, AttributeValue> key(ProductId id) {
        return Map.of("id", Attributes.text(id.value()));
    }
}

package com.anycompany.shop.catalog.product;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a product lies in the table. */
public final class ProductItem {

    /** The only value of the attribute {@code featured}, which other products lack. */
    static final AttributeValue FEATURED = AttributeValue.fromS("yes");

    private ProductItem() {}

    public static Map<String, AttributeValue> of(Product product) {
        Map<String, AttributeValue> item = new HashMap<>(key(product.id()));
        item.put("name", AttributeValue.fromS(product.name()));
        item.put("description", AttributeValue.fromS(product.description()));
        item.put("brand", AttributeValue.fromS(product.brand()));
        item.put("category", AttributeValue.fromS(product.category().id()));
        item.put("categoryName", AttributeValue.fromS(product.category().name()));
        item.put("price", AttributeValue.fromN(product.price().amount().toPlainString()));
        item.put("currency", AttributeValue.fromS(product.price().currency()));
        item.put("searchText", AttributeValue.fromS(product.searchText()));
        if (product.featured()) {
            item.put("featured", FEATURED);
        }
        return item;
    }

    static Product toProduct(Map<String, AttributeValue> item) {
        return new Product(
                text(item, "id"),
                text(item, "name"),
                text(item, "description"),
                text(item, "brand"),
                category(item),
                new Money(new BigDecimal(attribute(item, "price").n()), text(item, "currency")),
                item.containsKey("featured"));
    }

    static Category category(Map<String, AttributeValue> item) {
        return new Category(text(item, "category"), text(item, "categoryName"));
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("The item " + item.get("id") + " of ProductCatalog lacks " + name);
        }
        return value;
    }
}

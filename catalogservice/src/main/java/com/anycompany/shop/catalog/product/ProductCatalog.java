package com.anycompany.shop.catalog.product;

import com.anycompany.service.spring.dynamodb.TableDefinition;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Definition of the table ProductCatalog. Every page has an index that answers it without reading more than it shows.
 *
 * <pre>
 * ProductCatalog   id                → the product           product page, products by id, free-text search
 *   by-category    category, name    → the product           a category, in the order of names
 *   by-featured    featured, name    → the product           home page; sparse: only featured ones have the attribute
 *   categories     category          → categoryName, keys    the list of categories; 48 products fit in half a read unit
 * </pre>
 */
@Configuration(proxyBeanMethods = false)
public class ProductCatalog {

    public static final String TABLE = "ProductCatalog";
    static final String BY_CATEGORY = "by-category";
    static final String BY_FEATURED = "by-featured";
    static final String CATEGORIES = "categories";

    /** Each index has the capacity of the table: a page must not be slow because of the way in which it reads. */
    private static void capacity(ProvisionedThroughput.Builder units) {
        units.readCapacityUnits(40L).writeCapacityUnits(15L);
    }

    @Bean
    TableDefinition tableDefinition() {
        return TableDefinition.of(
                TABLE,
                table -> table.keySchema(key("id", KeyType.HASH))
                        .attributeDefinitions(
                                attribute("id"), attribute("category"), attribute("featured"), attribute("name"))
                        .globalSecondaryIndexes(
                                index(BY_CATEGORY, all(), key("category", KeyType.HASH), key("name", KeyType.RANGE)),
                                index(BY_FEATURED, all(), key("featured", KeyType.HASH), key("name", KeyType.RANGE)),
                                index(CATEGORIES, only("categoryName"), key("category", KeyType.HASH)))
                        .provisionedThroughput(ProductCatalog::capacity));
    }

    private static GlobalSecondaryIndex index(String name, Projection projection, KeySchemaElement... keys) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(keys)
                .projection(projection)
                .provisionedThroughput(ProductCatalog::capacity)
                .build();
    }

    private static Projection all() {
        return Projection.builder().projectionType(ProjectionType.ALL).build();
    }

    private static Projection only(String attribute) {
        return Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(List.of(attribute))
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}

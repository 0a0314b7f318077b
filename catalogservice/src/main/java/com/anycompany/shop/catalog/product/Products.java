package com.anycompany.shop.catalog.product;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.anycompany.service.spring.dynamodb.Attributes;
import com.anycompany.xray.spring.Traced;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Repository of products. Every question goes to the table, nothing is cached: the table's capacity is what the shop
 * can be seen to depend on. The cheapest way to each answer is taken: see {@link ProductCatalog}.
 */
@Repository
class Products {

    private final DynamoDbClient dynamoDb;
    private final ProductBatches batches;

    Products(DynamoDbClient dynamoDb, ProductBatches batches) {
        this.dynamoDb = dynamoDb;
        this.batches = batches;
    }

    Optional<Product> find(ProductId id) {
        var answer = dynamoDb.getItem(get -> get.tableName(ProductCatalog.TABLE).key(ProductItem.key(id)));
        return answer.hasItem() ? Optional.of(ProductItem.toProduct(answer.item())) : Optional.empty();
    }

    /** All products that match, in this order. If none has the words, those that have them but for a typing error. */
    @Traced
    public List<Product> search(ProductSearch search, SortOrder order) {
        if (search.words() != null && !search.hasWords()) {
            return List.of();
        }
        List<Product> found = sorted(items(search), search::matches, order);
        return found.isEmpty() && search.hasWords()
                ? sorted(items(search.withoutWords()), search::almostMatches, order)
                : found;
    }

    private static List<Product> sorted(
            Stream<Map<String, AttributeValue>> items, Predicate<Product> condition, SortOrder order) {
        return items.map(ProductItem::toProduct)
                .filter(condition)
                .sorted(order.comparator())
                .toList();
    }

    /** The categories, by id, and how many products each one has. */
    @Traced
    public Map<Category, Long> countByCategory() {
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(ProductCatalog.TABLE).indexName(ProductCatalog.CATEGORIES))
                .items()
                .stream()
                .map(ProductItem::category)
                .collect(groupingBy(
                        category -> category, () -> new TreeMap<>(Comparator.comparing(Category::id)), counting()));
    }

    private Stream<Map<String, AttributeValue>> items(ProductSearch search) {
        if (search.ids() != null) {
            return byId(search.ids());
        }
        Conditions conditions = new Conditions();
        if (search.words() != null) {
            search.words().forEach(word -> {
                if (word.isEan()) {
                    conditions.containsOrBegins("searchText", "id", word.text());
                } else {
                    conditions.contains("searchText", word.singular());
                }
            });
        }
        if (Boolean.TRUE.equals(search.featured())) {
            if (search.category() != null) {
                conditions.equal("category", Attributes.text(search.category()));
            }
            return query(ProductCatalog.BY_FEATURED, conditions.key("featured", ProductItem.FEATURED));
        }
        if (Boolean.FALSE.equals(search.featured())) {
            conditions.absent("featured");
        }
        return search.category() != null
                ? query(ProductCatalog.BY_CATEGORY, conditions.key("category", Attributes.text(search.category())))
                : scan(conditions.exists("category"));
    }

    private Stream<Map<String, AttributeValue>> byId(Collection<ProductId> ids) {
        var keys = ids.stream().distinct().map(ProductItem::key).toList();
        return keys.isEmpty() ? Stream.empty() : batches.read(keys).stream();
    }

    private Stream<Map<String, AttributeValue>> query(String index, Conditions conditions) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(ProductCatalog.TABLE)
                        .indexName(index)
                        .keyConditionExpression(conditions.keyCondition())
                        .filterExpression(conditions.filter())
                        .expressionAttributeNames(conditions.names())
                        .expressionAttributeValues(conditions.values()))
                .items()
                .stream();
    }

    /** Reads the whole table, without the mark of an unfinished assortment, which is no product. */
    private Stream<Map<String, AttributeValue>> scan(Conditions conditions) {
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(ProductCatalog.TABLE)
                        .filterExpression(conditions.filter())
                        .expressionAttributeNames(conditions.names())
                        .expressionAttributeValues(conditions.values()))
                .items()
                .stream();
    }
}

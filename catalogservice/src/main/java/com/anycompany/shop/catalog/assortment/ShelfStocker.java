package com.anycompany.shop.catalog.assortment;

import com.anycompany.shop.catalog.product.ProductItem;
import com.anycompany.shop.catalog.table.Batches;
import com.anycompany.shop.catalog.table.ProductCatalog;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Puts the assortment into a table that is empty, completely even if the service dies in the middle.
 *
 * <ol>
 *   <li>An item that marks the work as unfinished is written.
 *   <li>All products are written; repeating that changes nothing.
 *   <li>The mark is removed.
 * </ol>
 *
 * Whoever starts next and finds the mark begins again; whoever finds products without the mark leaves them alone.
 */
@Component
class ShelfStocker {

    private static final Logger log = LoggerFactory.getLogger(ShelfStocker.class);

    /** No product's id, and without a category, so that no index and no search shows it. */
    private static final Map<String, AttributeValue> UNFINISHED =
            Map.of("id", AttributeValue.fromS("assortment-unfinished"));

    private final DynamoDbClient dynamoDb;
    private final Batches batches;
    private final Assortment assortment;

    ShelfStocker(DynamoDbClient dynamoDb, Batches batches, Assortment assortment) {
        this.dynamoDb = dynamoDb;
        this.batches = batches;
        this.assortment = assortment;
    }

    void stockIfEmpty() {
        if (!isUnfinished()) {
            if (!isEmpty()) {
                return;
            }
            dynamoDb.putItem(put -> put.tableName(ProductCatalog.TABLE).item(UNFINISHED));
        }
        var products = assortment.products();
        batches.write(products.stream().map(ProductItem::of).toList());
        dynamoDb.deleteItem(delete -> delete.tableName(ProductCatalog.TABLE).key(UNFINISHED));
        log.info("Put {} products into the empty table {}", products.size(), ProductCatalog.TABLE);
    }

    private boolean isUnfinished() {
        return dynamoDb.getItem(get ->
                        get.tableName(ProductCatalog.TABLE).key(UNFINISHED).consistentRead(true))
                .hasItem();
    }

    private boolean isEmpty() {
        return dynamoDb.scan(scan ->
                                scan.tableName(ProductCatalog.TABLE).limit(1).consistentRead(true))
                        .count()
                == 0;
    }
}

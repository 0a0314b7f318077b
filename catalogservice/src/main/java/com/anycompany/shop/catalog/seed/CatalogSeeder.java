package com.anycompany.shop.catalog.seed;

import com.anycompany.service.spring.dynamodb.Attributes;
import com.anycompany.service.spring.dynamodb.StartupRetry;
import com.anycompany.service.spring.dynamodb.TablesCreatedEvent;
import com.anycompany.shop.catalog.product.Product;
import com.anycompany.shop.catalog.product.ProductBatches;
import com.anycompany.shop.catalog.product.ProductCatalog;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Catalog seeder: writes the seed products into an empty table, completely even if the service dies in the middle. The service
 * isn't ready before.
 *
 * <ol>
 *   <li>An item that marks the seeding as unfinished is written.
 *   <li>All products are written; repeating that changes nothing.
 *   <li>The mark is deleted.
 * </ol>
 *
 * A start that finds the mark begins again. A start that finds products without the mark leaves the table as it is.
 */
@Component
class CatalogSeeder implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(CatalogSeeder.class);

    /** Not the id of a product, and without a category, so that no index and no search shows it. */
    private static final Map<String, AttributeValue> UNFINISHED =
            Map.of("id", Attributes.text("assortment-unfinished"));

    private final DynamoDbClient dynamoDb;
    private final ProductBatches batches;
    private final SeedProducts seed;

    CatalogSeeder(DynamoDbClient dynamoDb, ProductBatches batches, SeedProducts seed) {
        this.dynamoDb = dynamoDb;
        this.batches = batches;
        this.seed = seed;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        StartupRetry.until("the products of table " + ProductCatalog.TABLE, () -> {
            seedIfEmpty();
            return true;
        });
    }

    /** The database was replaced while the service ran. */
    @EventListener
    void seedAgain(TablesCreatedEvent event) {
        if (event.tables().contains(ProductCatalog.TABLE)) {
            seedIfEmpty();
        }
    }

    private void seedIfEmpty() {
        if (!isUnfinished()) {
            if (!isEmpty()) {
                return;
            }
            dynamoDb.putItem(put -> put.tableName(ProductCatalog.TABLE).item(UNFINISHED));
        }
        List<Product> products = seed.products();
        batches.write(products);
        dynamoDb.deleteItem(delete -> delete.tableName(ProductCatalog.TABLE).key(UNFINISHED));
        log.info("Wrote {} products into the empty table {}", products.size(), ProductCatalog.TABLE);
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

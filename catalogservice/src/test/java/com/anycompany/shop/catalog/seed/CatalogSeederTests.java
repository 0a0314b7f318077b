package com.anycompany.shop.catalog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.CapacityDb;
import com.anycompany.service.spring.contract.LocalDynamoDb;
import com.anycompany.shop.catalog.CatalogService;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

class CatalogSeederTests {

    private static final CapacityDb DYNAMO_DB = CapacityDb.startInMemory(Clock.systemUTC());
    private static final Map<String, AttributeValue> SPEAKER = Map.of("id", AttributeValue.fromS("2001492513595"));
    private static final Map<String, AttributeValue> MARK = Map.of("id", AttributeValue.fromS("assortment-unfinished"));

    @BeforeEach
    void useATableOfItsOwn() {
        LocalDynamoDb.use(DYNAMO_DB.endpoint());
    }

    @AfterAll
    static void stop() {
        DYNAMO_DB.close();
    }

    @Test
    void secondStart_keepsPricesAndRemovals_whileAnUnfinishedFirstStartIsFinished() {
        whileRunning(table -> {
            assertThat(all(table).count()).isEqualTo(48);
            table.deleteItem(delete -> delete.tableName("ProductCatalog").key(SPEAKER));
        });
        whileRunning(table -> {
            assertThat(all(table).count()).isEqualTo(47);
            assertThat(all(table).items()).doesNotContain(SPEAKER);
            table.putItem(put -> put.tableName("ProductCatalog").item(MARK));
        });
        whileRunning(table -> {
            assertThat(all(table).count()).isEqualTo(48);
            assertThat(all(table).items()).doesNotContain(MARK);
        });
    }

    private static void whileRunning(Consumer<DynamoDbClient> look) {
        try (var service = SpringApplication.run(CatalogService.class, "--server.port=0")) {
            look.accept(service.getBean(DynamoDbClient.class));
        }
    }

    private static ScanResponse all(DynamoDbClient table) {
        return table.scan(scan -> scan.tableName("ProductCatalog").consistentRead(true));
    }
}

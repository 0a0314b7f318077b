package com.anycompany.shop.catalog.assortment;

import com.anycompany.shop.catalog.table.TableCreation;
import com.anycompany.shop.catalog.table.Throttled;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Waits until the table is there and filled. Until then the service is alive but not ready; DynamoDB may well start
 * after it.
 */
@Component
class Opening implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Opening.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final TableCreation table;
    private final ShelfStocker stocker;
    private String said = "";

    Opening(TableCreation table, ShelfStocker stocker) {
        this.table = table;
        this.stocker = stocker;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        while (!isOpen()) {
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean isOpen() {
        try {
            if (!table.isReady()) {
                return false;
            }
            stocker.stockIfEmpty();
            return true;
        } catch (SdkException | Throttled e) {
            sayOnce(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void sayOnce(String reason) {
        if (!reason.equals(said)) {
            log.warn("Waiting for DynamoDB (see AWS_ENDPOINT_URL_DYNAMODB and AWS_REGION): {}", reason);
            said = reason;
        }
    }
}

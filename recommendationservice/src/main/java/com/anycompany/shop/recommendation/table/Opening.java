package com.anycompany.shop.recommendation.table;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/** Waits until the table is there. Until then the service is alive but not ready; DynamoDB may well start after it. */
@Component
class Opening implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Opening.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final TableCreation table;
    private String said = "";

    Opening(TableCreation table) {
        this.table = table;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        while (!isReady()) {
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean isReady() {
        try {
            return table.isReady();
        } catch (SdkException e) {
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

package com.anycompany.service.spring.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

@ExtendWith(OutputCaptureExtension.class)
class StartupRetryTests {

    private static final String ADVICE = "see AWS_ENDPOINT_URL_DYNAMODB and AWS_REGION";

    @Test
    void unreachableDynamoDb_isLoggedWithTheSettingsOfItsAddress(CapturedOutput output) throws InterruptedException {
        untilDone(SdkClientException.create("Connect to localhost:1 failed"));
        assertThat(output).contains("Waiting for table Carts (" + ADVICE + "): Connect to localhost:1 failed");
    }

    @Test
    void refusedCredentials_areLoggedWithTheSettingsOfTheAddress(CapturedOutput output) throws InterruptedException {
        untilDone(DynamoDbException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("UnrecognizedClientException")
                        .errorMessage("The security token included in the request is invalid.")
                        .build())
                .build());
        assertThat(output).contains("The security token", ADVICE);
    }

    @Test
    void throttledTable_isLoggedWithoutThem(CapturedOutput output) throws InterruptedException {
        untilDone(
                ProvisionedThroughputExceededException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ProvisionedThroughputExceededException")
                                .errorMessage("The level of configured provisioned throughput was exceeded.")
                                .build())
                        .build(),
                new ThrottledException("The batch was throttled", null));
        assertThat(output)
                .contains(
                        "Waiting for table Carts: The level of configured provisioned throughput was exceeded.",
                        "Waiting for table Carts: The batch was throttled")
                .doesNotContain(ADVICE);
    }

    private static void untilDone(RuntimeException... failures) throws InterruptedException {
        Queue<RuntimeException> left = new ArrayDeque<>(List.of(failures));
        StartupRetry.until("table Carts", () -> {
            if (!left.isEmpty()) {
                throw left.remove();
            }
            return true;
        });
    }
}

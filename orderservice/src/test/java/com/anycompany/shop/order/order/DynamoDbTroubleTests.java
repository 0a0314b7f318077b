package com.anycompany.shop.order.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Whoever asks hears "try again" only where that helps, and never what the SDK said. */
class DynamoDbTroubleTests {

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(
                        503,
                        answered(
                                ProvisionedThroughputExceededException.builder(),
                                400,
                                "ProvisionedThroughputExceededException")),
                Arguments.of(503, answered(DynamoDbException.builder(), 400, "ThrottlingException")),
                Arguments.of(503, answered(DynamoDbException.builder(), 400, "RequestLimitExceeded")),
                Arguments.of(503, answered(DynamoDbException.builder(), 500, "InternalServerError")),
                Arguments.of(503, answered(DynamoDbException.builder(), 503, "ServiceUnavailable")),
                Arguments.of(503, answered(ResourceNotFoundException.builder(), 400, "ResourceNotFoundException")),
                Arguments.of(
                        503, answered(TransactionConflictException.builder(), 400, "TransactionConflictException")),
                Arguments.of(503, cancelled("None", "ProvisionedThroughputExceeded")),
                Arguments.of(503, cancelled("ThrottlingError", "TransactionConflict")),
                Arguments.of(
                        503,
                        ApiCallTimeoutException.builder().message("took 2 s").build()),
                Arguments.of(
                        503,
                        SdkClientException.create(
                                "Unable to execute HTTP request", new ConnectException("Connection refused"))),
                Arguments.of(500, answered(DynamoDbException.builder(), 400, "ValidationException")),
                Arguments.of(500, answered(DynamoDbException.builder(), 400, "AccessDeniedException")),
                Arguments.of(500, answered(DynamoDbException.builder(), 403, "InvalidSignatureException")),
                Arguments.of(500, cancelled("None", "ValidationError")),
                Arguments.of(500, cancelled("ThrottlingError", "ValidationError")),
                Arguments.of(500, SdkClientException.create("Unable to load credentials")));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void trouble_isAnHonestAnswer(int status, SdkException trouble) {
        RestTestClient service = RestTestClient.bindToController(new Troubled(trouble))
                .configureServer(server -> server.setControllerAdvice(new ProblemAdvice()))
                .build();

        service.get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .value("Retry-After", after -> assertThat(after).isEqualTo(status == 503 ? "1" : null))
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains("urn:problem:")
                        .doesNotContain("Exception", "software.amazon", String.valueOf(trouble.getMessage())));
    }

    private static SdkException answered(AwsServiceException.Builder exception, int status, String code) {
        return exception
                .message(code + " from the table")
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(code + " from the table")
                        .build())
                .build();
    }

    private static SdkException cancelled(String... reasons) {
        TransactionCanceledException.Builder exception = TransactionCanceledException.builder()
                .cancellationReasons(Stream.of(reasons)
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList());
        return answered(exception, 400, "TransactionCanceledException");
    }

    /** A resource whose table is in trouble. */
    @RestController
    private record Troubled(SdkException trouble) {

        @GetMapping("/")
        List<String> read() {
            throw trouble;
        }
    }
}

package com.anycompany.service.spring.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.problem.ProblemException;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

/** A client is told to try again only where that helps, and never what the SDK said. */
class DynamoDbErrorsTests {

    private static final String THROTTLED = "table-throttled";
    private static final String UNAVAILABLE = "table-unavailable";
    private static final String DEFECT = "";

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(
                        THROTTLED,
                        answered(
                                ProvisionedThroughputExceededException.builder(),
                                400,
                                "ProvisionedThroughputExceededException")),
                Arguments.of(THROTTLED, answered(DynamoDbException.builder(), 400, "ThrottlingException")),
                Arguments.of(THROTTLED, answered(DynamoDbException.builder(), 400, "RequestLimitExceeded")),
                Arguments.of(UNAVAILABLE, answered(DynamoDbException.builder(), 500, "InternalServerError")),
                Arguments.of(UNAVAILABLE, answered(DynamoDbException.builder(), 503, "ServiceUnavailable")),
                Arguments.of(
                        UNAVAILABLE, answered(ResourceNotFoundException.builder(), 400, "ResourceNotFoundException")),
                Arguments.of(
                        UNAVAILABLE,
                        answered(TransactionConflictException.builder(), 400, "TransactionConflictException")),
                Arguments.of(THROTTLED, cancelled("None", "ProvisionedThroughputExceeded")),
                Arguments.of(THROTTLED, cancelled("ThrottlingError", "TransactionConflict")),
                Arguments.of(UNAVAILABLE, cancelled("None", "TransactionConflict")),
                Arguments.of(
                        UNAVAILABLE,
                        ApiCallTimeoutException.builder().message("took 2 s").build()),
                Arguments.of(
                        UNAVAILABLE,
                        SdkClientException.create(
                                "Unable to execute HTTP request", new ConnectException("Connection refused"))),
                Arguments.of(DEFECT, answered(DynamoDbException.builder(), 400, "ValidationException")),
                Arguments.of(DEFECT, answered(DynamoDbException.builder(), 400, "AccessDeniedException")),
                Arguments.of(DEFECT, answered(DynamoDbException.builder(), 403, "InvalidSignatureException")),
                Arguments.of(DEFECT, cancelled("None", "ValidationError")),
                Arguments.of(DEFECT, cancelled("ThrottlingError", "ValidationError")),
                Arguments.of(DEFECT, SdkClientException.create("Unable to load credentials")));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void error_isThrottledUnavailableOrADefect(String slug, SdkException error) {
        ProblemException problem = new DynamoDbProblemMapper().map(error);

        assertThat(DynamoDbErrors.isTransient(error)).isEqualTo(!slug.equals(DEFECT));
        assertThat(DynamoDbErrors.isThrottled(error)).isEqualTo(slug.equals(THROTTLED));
        assertThat(problem == null ? DEFECT : problem.slug()).isEqualTo(slug);
        assertThat(problem == null ? "" : problem.getBody().toString())
                .doesNotContain("Exception", "software.amazon", String.valueOf(error.getMessage()));
    }

    @Test
    void ownLoopThatGaveUp_isThrottled() {
        assertThat(new DynamoDbProblemMapper().map(new ThrottledException("unprocessed three times", null)))
                .extracting(ProblemException::slug)
                .isEqualTo(THROTTLED);
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
}

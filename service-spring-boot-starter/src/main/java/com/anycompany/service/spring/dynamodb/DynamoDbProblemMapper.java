package com.anycompany.service.spring.dynamodb;

import com.anycompany.service.spring.problem.ProblemException;
import com.anycompany.service.spring.problem.ProblemMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import software.amazon.awssdk.core.exception.SdkException;

/** Translates transient DynamoDB errors into the problems {@code table-throttled} and {@code table-unavailable}. */
final class DynamoDbProblemMapper implements ProblemMapper {

    @Override
    public @Nullable ProblemException map(Exception e) {
        if (e instanceof ThrottledException || e instanceof SdkException error && DynamoDbErrors.isThrottled(error)) {
            return unavailable(
                    "table-throttled", "The table's capacity is used up. Repeat the request in a moment.", e);
        }
        if (e instanceof SdkException error && DynamoDbErrors.isTransient(error)) {
            return unavailable("table-unavailable", "The table can't be reached. Repeat the request in a moment.", e);
        }
        return null;
    }

    private static ProblemException unavailable(String slug, String detail, Exception cause) {
        return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, slug)
                .detail(detail)
                .cause(cause)
                .build();
    }
}

package com.anycompany.shop.catalog.problem;

import com.anycompany.shop.catalog.product.UnknownProduct;
import com.anycompany.shop.catalog.table.Throttled;
import com.anycompany.xray.spring.CurrentTrace;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns every failure into a problem document that says what to do about it. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final URI BLANK_TYPE = URI.create("about:blank");

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unknownProduct(UnknownProduct e, WebRequest request) {
        return respond(
                e,
                problem(HttpStatus.NOT_FOUND, "unknown-product", e.id() + " is not sold here; see /api/v1/products."),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> throttled(Throttled e, WebRequest request) {
        return respond(
                e,
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "catalog-throttled",
                        "The catalog's table has no capacity left; try again, or raise its read capacity."),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> table(SdkException e, WebRequest request) {
        if (e instanceof AwsServiceException answer && answer.isThrottlingException()) {
            return throttled(new Throttled("DynamoDB throttled the call", e), request);
        }
        if (!DynamoDbTrouble.passes(e)) {
            return unexpected(e, request);
        }
        log.warn("The catalog's table can't be read: {}", e.getMessage());
        return respond(
                e,
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "catalog-unavailable",
                        "The catalog's table can't be reached at the moment; try again."),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        log.error("Unexpected failure", e);
        return respond(
                e,
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something went wrong here; the trace id finds it in the logs and in X-Ray."),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                e,
                e.getParameterValidationResults().stream()
                        .flatMap(result -> result.getResolvableErrors().stream()
                                .map(error -> new FieldError(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        String.valueOf(error.getDefaultMessage()))))
                        .toList(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String message = e.getRequiredType() == Boolean.class ? "must be true or false" : "must be a whole number";
        return invalid(e, List.of(new FieldError(String.valueOf(e.getPropertyName()), message)), request);
    }

    private @Nullable ResponseEntity<Object> invalid(Exception e, List<FieldError> errors, WebRequest request) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST, "invalid-request", "Correct the fields in \"errors\" and send it again.");
        problem.setProperty("errors", errors);
        return respond(e, problem, request);
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + slug));
        problem.setTitle(StringUtils.capitalize(slug.replace('-', ' ')));
        return problem;
    }

    private @Nullable ResponseEntity<Object> respond(Exception e, ProblemDetail problem, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return handleExceptionInternal(e, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    /** Every problem leaves through here, the framework's own included. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            if (problem.getType() == null || problem.getType().equals(BLANK_TYPE)) {
                String title = String.valueOf(problem.getTitle());
                problem.setType(URI.create(
                        "urn:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-')));
            }
            CurrentTrace.id().ifPresent(id -> problem.setProperty("traceId", id));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    record FieldError(String field, String message) {}
}

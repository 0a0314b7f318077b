package com.anycompany.shop.recommendation.problem;

import com.anycompany.shop.recommendation.catalog.CatalogUnavailable;
import com.anycompany.shop.recommendation.suggestion.UnknownProduct;
import com.anycompany.shop.recommendation.together.TableBusy;
import com.anycompany.xray.spring.CurrentTrace;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.databind.DatabindException;

/** Turns every failure into a problem document that says what to do about it. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final URI BLANK_TYPE = URI.create("about:blank");

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unknownProduct(UnknownProduct e, WebRequest request) {
        return respond(e, problem(HttpStatus.NOT_FOUND, "unknown-product", String.valueOf(e.getMessage())), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> catalog(CatalogUnavailable e, WebRequest request) {
        log.warn("{}", e.getMessage());
        return tryAgain(e, "catalog-unavailable", "The catalog can't be reached at the moment; try again.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> busy(TableBusy e, WebRequest request) {
        return tryAgain(
                e,
                "recommendations-throttled",
                "The table of recommendations has no capacity left; send the same basket again.",
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> table(SdkException e, WebRequest request) {
        if (e instanceof AwsServiceException answer && answer.isThrottlingException()) {
            return busy(new TableBusy(e), request);
        }
        if (!DynamoDbTrouble.passes(e)) {
            return unexpected(e, request);
        }
        log.warn("The table of recommendations can't be reached: {}", e.getMessage());
        return tryAgain(
                e,
                "recommendations-unavailable",
                "The table of recommendations can't be reached at the moment; try again.",
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
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                e,
                e.getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), String.valueOf(error.getDefaultMessage())))
                        .toList(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = e.getCause() instanceof DatabindException misfit
                ? misfit.getPath().stream()
                        .map(step ->
                                step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                        .collect(Collectors.joining("."))
                        .replace(".[", "[")
                : "";
        return invalid(
                e,
                List.of(new FieldError(
                        field.isEmpty() ? "body" : field, "isn't the JSON that is expected here; see /openapi.json")),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                e, List.of(new FieldError(String.valueOf(e.getPropertyName()), "must be a whole number")), request);
    }

    private @Nullable ResponseEntity<Object> invalid(Exception e, List<FieldError> errors, WebRequest request) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST, "invalid-request", "Correct the fields in \"errors\" and send it again.");
        problem.setProperty("errors", errors);
        return respond(e, problem, request);
    }

    private @Nullable ResponseEntity<Object> tryAgain(Exception e, String slug, String detail, WebRequest request) {
        return respond(e, problem(HttpStatus.SERVICE_UNAVAILABLE, slug, detail), request);
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

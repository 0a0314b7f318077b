package com.anycompany.shop.order.order;

import com.anycompany.xray.spring.CurrentTrace;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import software.amazon.awssdk.core.exception.SdkException;

/** Answers every failure with a problem document that carries the trace id, and never with internals. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> databaseUnavailable(SdkException e, WebRequest request) {
        if (!DynamoDbTrouble.passes(e)) {
            return unexpected(e, request);
        }
        log.warn("DynamoDB doesn't answer: {}", e.toString());
        ProblemDetail problem = Problem.body(
                HttpStatus.SERVICE_UNAVAILABLE,
                "orders-unavailable",
                "Orders unavailable",
                "Orders can't be read or changed right now. Repeat the request with the same Idempotency-Key in a moment.",
                Map.of());
        return handleExceptionInternal(e, problem, new HttpHeaders(), HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        log.error("Unexpected failure", e);
        ProblemDetail problem = Problem.body(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Internal error",
                "Something went wrong here. Try again; if it stays, report the trace id.",
                Map.of());
        return handleExceptionInternal(e, problem, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e, Violations.of(e), HttpStatus.UNPROCESSABLE_CONTENT, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus answer = Violations.areInBody(e) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
        return invalid(e, Violations.of(e), answer, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e, Violations.of(e), HttpStatus.BAD_REQUEST, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e, Violations.of(e), HttpStatus.BAD_REQUEST, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e, Violations.of(e), HttpStatus.BAD_REQUEST, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e, Violations.of(e), HttpStatus.BAD_REQUEST, headers, request);
    }

    private @Nullable ResponseEntity<Object> invalid(
            Exception e, List<FieldProblem> errors, HttpStatus status, HttpHeaders headers, WebRequest request) {
        String detail = errors.isEmpty()
                ? "Correct the request and send it again."
                : errors.get(0).field() + " " + errors.get(0).message();
        ProblemDetail problem =
                Problem.body(status, "invalid-request", "Invalid request", detail, Map.of("errors", errors));
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders told = HttpHeaders.copyOf(headers);
        if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
            told.set(HttpHeaders.RETRY_AFTER, "1");
        }
        ResponseEntity<Object> answer = super.handleExceptionInternal(e, body, told, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            if (problem.getType() == null || problem.getType().toString().equals("about:blank")) {
                problem.setType(URI.create("urn:problem:" + slug(status)));
            }
            CurrentTrace.id().ifPresent(id -> problem.setProperty("traceId", id));
        }
        return answer;
    }

    private static String slug(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "status-" + status.value()
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}

package com.anycompany.service.spring.problem;

import java.util.List;
import java.util.Objects;
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

/** Exception handler that answers every failure of a request with a problem response, and never with internals. */
@RestControllerAdvice
final class ProblemExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    private final ProblemResponses responses;
    private final List<ProblemMapper> mappers;

    ProblemExceptionHandler(ProblemResponses responses, List<ProblemMapper> mappers) {
        this.responses = responses;
        this.mappers = List.copyOf(mappers);
    }

    /** Answers what neither Spring nor a service has declared to be a problem. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleOther(Exception e, WebRequest request) {
        ProblemException mapped = mappers.stream()
                .map(mapper -> mapper.map(e))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (mapped != null) {
            log.warn("Answered with {}: {}", mapped.slug(), e.toString());
            return answer(e, mapped, mapped.getHeaders(), request);
        }
        log.error("Unexpected exception", e);
        ProblemException unexpected = ProblemException.of(HttpStatus.INTERNAL_SERVER_ERROR, ProblemTypes.INTERNAL_ERROR)
                .detail("An unexpected error occurred. Try again; if it stays, report the trace id.")
                .build();
        return answer(e, unexpected, new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, ProblemException.invalid(FieldViolations.of(e)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldViolation> errors = FieldViolations.of(e);
        ProblemException problem = FieldViolations.areInBody(e)
                ? ProblemException.invalid(errors)
                : ProblemException.malformed(errors.toArray(FieldViolation[]::new));
        return answer(e, problem, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, ProblemException.malformed(FieldViolations.of(e)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, ProblemException.malformed(FieldViolations.of(e)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, ProblemException.malformed(FieldViolations.of(e)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, ProblemException.malformed(FieldViolations.of(e)), headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, ProblemException problem, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(e, problem.getBody(), headers, problem.getStatusCode(), request);
    }

    /** Spring's own exceptions and those of the service come through here as well. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(body instanceof ProblemDetail problem)) {
            return super.createResponseEntity(body, headers, status, request);
        }
        responses.complete(problem);
        return super.createResponseEntity(problem, responses.headers(headers, problem), status, request);
    }
}

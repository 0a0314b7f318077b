package com.anycompany.service.spring.problem;

import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Extracts the wrong fields from Spring's exceptions; never repeats a value that was sent. */
final class FieldViolations {

    private FieldViolations() {}

    static List<FieldViolation> of(MethodArgumentNotValidException e) {
        return inBody(e.getBindingResult());
    }

    static List<FieldViolation> of(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result ->
                        (result instanceof ParameterErrors body ? inBody(body) : inParameter(result)).stream())
                .toList();
    }

    static boolean areInBody(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream().anyMatch(ParameterErrors.class::isInstance);
    }

    static FieldViolation of(TypeMismatchException e) {
        String field = e.getPropertyName() == null ? "parameter" : e.getPropertyName();
        return new FieldViolation(field, rule(e));
    }

    static FieldViolation of(ServletRequestBindingException e) {
        String field = "request";
        if (e instanceof MissingRequestHeaderException header) {
            field = header.getHeaderName();
        } else if (e instanceof MissingServletRequestParameterException parameter) {
            field = parameter.getParameterName();
        }
        return new FieldViolation(field, "is missing; see /openapi.json");
    }

    static FieldViolation of(HttpMessageNotReadableException e) {
        String field = e instanceof MalformedJsonException json ? json.field() : "";
        return field.isEmpty()
                ? new FieldViolation("body", "isn't the JSON that is expected; see /openapi.json")
                : new FieldViolation(field, "has the wrong type; see /openapi.json");
    }

    private static String rule(TypeMismatchException e) {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof InvalidValueException value) {
            return String.valueOf(value.getMessage());
        }
        Class<?> type = e.getRequiredType();
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "must be a whole number";
        }
        return type == Boolean.class || type == boolean.class
                ? "must be true or false"
                : "has the wrong form; see /openapi.json";
    }

    private static List<FieldViolation> inBody(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> new FieldViolation(
                        error instanceof FieldError inField ? inField.getField() : error.getObjectName(),
                        message(error)))
                .toList();
    }

    private static List<FieldViolation> inParameter(ParameterValidationResult result) {
        return result.getResolvableErrors().stream()
                .map(error -> new FieldViolation(name(result.getMethodParameter()), message(error)))
                .toList();
    }

    private static String name(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        String name = header == null || header.name().isEmpty() ? parameter.getParameterName() : header.name();
        return name == null ? "parameter" : name;
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is invalid" : message;
    }
}

package com.anycompany.shop.order.order;

import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Finds in Spring's exceptions which fields are wrong; never repeats a value that was sent. */
final class Violations {

    private Violations() {}

    static List<FieldProblem> of(MethodArgumentNotValidException e) {
        return inBody(e.getBindingResult());
    }

    static List<FieldProblem> of(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result ->
                        (result instanceof ParameterErrors body ? inBody(body) : inParameter(result)).stream())
                .toList();
    }

    static boolean areInBody(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream().anyMatch(ParameterErrors.class::isInstance);
    }

    static List<FieldProblem> of(TypeMismatchException e) {
        String name = e.getPropertyName() == null ? "parameter" : e.getPropertyName();
        return List.of(new FieldProblem(name, "has the wrong form; see /openapi.json"));
    }

    static List<FieldProblem> of(ServletRequestBindingException e) {
        String name = "request";
        if (e instanceof MissingRequestHeaderException header) {
            name = header.getHeaderName();
        } else if (e instanceof MissingServletRequestParameterException parameter) {
            name = parameter.getParameterName();
        }
        return List.of(new FieldProblem(name, "is missing; see /openapi.json"));
    }

    static List<FieldProblem> of(HttpMessageNotReadableException e) {
        String field = e instanceof UnreadableJson json ? json.field() : "";
        return field.isEmpty()
                ? List.of(new FieldProblem("body", "isn't the JSON that is expected; see /openapi.json"))
                : List.of(new FieldProblem(field, "has the wrong type; see /openapi.json"));
    }

    private static List<FieldProblem> inBody(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError inField ? inField.getField() : error.getObjectName(),
                        message(error)))
                .toList();
    }

    private static List<FieldProblem> inParameter(ParameterValidationResult result) {
        return result.getResolvableErrors().stream()
                .map(error -> new FieldProblem(name(result.getMethodParameter()), message(error)))
                .toList();
    }

    private static String name(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        String name = header == null ? parameter.getParameterName() : header.value();
        return name == null ? "parameter" : name;
    }

    private static String message(MessageSourceResolvable error) {
        return error instanceof ObjectError || error.getDefaultMessage() != null
                ? String.valueOf(error.getDefaultMessage())
                : "is invalid";
    }
}

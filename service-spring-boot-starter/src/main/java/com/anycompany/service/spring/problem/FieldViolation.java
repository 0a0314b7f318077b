package com.anycompany.service.spring.problem;

/**
 * Field error of a problem response, an element of its {@code errors}.
 *
 * @param field path in the JSON body ({@code lines[2].quantity}), or name of a parameter or header
 * @param message what the value must be; never the value itself
 */
public record FieldViolation(String field, String message) {}

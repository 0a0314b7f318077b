package com.anycompany.shop.order.order;

/** One thing that is wrong with a request: where (a JSON path, parameter or header), and what to do about it. */
public record FieldProblem(String field, String message) {}

package com.anycompany.shop.payment;

/** One thing that is wrong with a request: where (a JSON path, parameter or header), and what to do about it. */
record FieldProblem(String field, String message) {}

package com.anycompany.shop.order;

/** One thing that is wrong with a request: where (a JSON path, parameter or header), and what to do about it. */
record FieldProblem(String field, String message) {}

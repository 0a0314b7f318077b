package com.anycompany.capacitydb.expression;

/** The kinds of errors in updates, in the order in which they are reported. */
enum UpdateProblem {
    PATH_LENGTH,
    RESERVED_WORD,
    UNKNOWN_FUNCTION,
    SECTION,
    NAME,
    VALUE,
    OVERLAP,
    OPERAND_TYPE,
    FUNCTION
}

package com.anycompany.capacitydb.expression;

/** The kinds of errors in conditions, in the order in which they are reported. */
enum ConditionProblem {
    PARENTHESES,
    UNKNOWN_FUNCTION,
    MISUSED_FUNCTION,
    RESERVED_WORD,
    /** The first one of the kinds below, condition by condition. */
    CONDITION,
    PLACEHOLDER,
    OPERAND_COUNT,
    EQUAL_OPERANDS,
    OPERAND_TYPE
}

package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.error.ServiceException;

/** The parameters that carry expressions. */
public enum ExpressionKind {
    UPDATE("UpdateExpression"),
    CONDITION("ConditionExpression"),
    KEY_CONDITION("KeyConditionExpression"),
    FILTER("FilterExpression"),
    PROJECTION("ProjectionExpression");

    private final String parameter;

    ExpressionKind(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }

    public ServiceException invalid(String message) {
        return ServiceException.validation("Invalid " + parameter + ": " + message);
    }
}

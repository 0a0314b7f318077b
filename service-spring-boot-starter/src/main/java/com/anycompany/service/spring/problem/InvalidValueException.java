package com.anycompany.service.spring.problem;

/**
 * Thrown by the constructor of a value type, such as an id, for a text that isn't one. Where Spring converts a path variable,
 * parameter or header to that type, the response is 400 with the name of the field and this message.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** Takes what the value must be, such as "must be 13 digits". It is shown to the client. */
    public InvalidValueException(String rule) {
        super(rule);
    }
}

package com.anycompany.capacitydb.error;

import com.anycompany.capacitydb.json.JsonWriter;

/** An error that the client receives: its code and the message as AWS words it. */
public class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    public ServiceException(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public static ServiceException validation(String message) {
        return new ServiceException(ErrorCode.VALIDATION, message);
    }

    /** A validation error that begins with "One or more parameter values were invalid". */
    public static ServiceException invalidParameter(String message) {
        return validation("One or more parameter values were invalid: " + message);
    }

    public static ServiceException notFound() {
        return new ServiceException(ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found");
    }

    public ErrorCode code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /** Writes what the error carries beside its message. */
    public void writeDetails(JsonWriter json) {
        // Most errors carry nothing else.
    }
}

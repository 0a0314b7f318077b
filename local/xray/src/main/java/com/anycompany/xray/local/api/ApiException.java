package com.anycompany.xray.local.api;

/** An operation failed in a way that the X-Ray API has words for. */
final class ApiException extends RuntimeException {

    private final int status;
    private final String type;

    private ApiException(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    static ApiException invalid(String message) {
        return new ApiException(400, "InvalidRequestException", message);
    }

    static ApiException of(int status, String type, String message) {
        return new ApiException(status, type, message);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}

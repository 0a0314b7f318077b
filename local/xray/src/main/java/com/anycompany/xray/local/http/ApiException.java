package com.anycompany.xray.local.http;

import org.jspecify.annotations.Nullable;

/** Error response of the X-Ray API: an HTTP status, the name of an exception and a message. */
public final class ApiException extends RuntimeException {

    private static final String VALIDATION = "ValidationException";

    private final int status;
    private final String type;
    private final @Nullable String resource;

    private ApiException(int status, String type, String message, @Nullable String resource) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.resource = resource;
    }

    public static ApiException invalid(String message) {
        return new ApiException(400, "InvalidRequestException", message, null);
    }

    /** The input violates a constraint of the service model. */
    public static ApiException validation(String message) {
        return new ApiException(400, VALIDATION, message, null);
    }

    /** The input is not JSON, or a value in it has another type than in the service model. */
    public static ApiException serialization(String message) {
        return new ApiException(400, "SerializationException", message, null);
    }

    public static ApiException of(int status, String type, String message) {
        return new ApiException(status, type, message, null);
    }

    /** @param resource the name or ARN that doesn't exist */
    public static ApiException notFound(String message, String resource) {
        return new ApiException(404, "ResourceNotFoundException", message, resource);
    }

    public static ApiException tooManyTags(String message, String resource) {
        return new ApiException(400, "TooManyTagsException", message, resource);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    /** The name or ARN that the error is about; null for exceptions without such a member. */
    public @Nullable String resource() {
        return resource;
    }

    /** The member of the body that has the message: AWS spells it in lower case in this error alone. */
    String messageMember() {
        return type.equals(VALIDATION) ? "message" : "Message";
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}

package com.anycompany.xray.local.protocol;

import org.jspecify.annotations.Nullable;

/** An operation failed in a way that the X-Ray API has words for. */
public final class ApiException extends RuntimeException {

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

    public static ApiException of(int status, String type, String message) {
        return new ApiException(status, type, message, null);
    }

    /** @param resource the name or ARN that nothing goes by */
    public static ApiException notFound(String message, String resource) {
        return new ApiException(404, "ResourceNotFoundException", message, resource);
    }

    /** A resource can't have so many tags. */
    public static ApiException tooManyTags(String message, String resource) {
        return new ApiException(400, "TooManyTagsException", message, resource);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    /** What it is about, where the API has a member for that. */
    @Nullable
    public String resource() {
        return resource;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}

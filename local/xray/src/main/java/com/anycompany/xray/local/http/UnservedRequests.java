package com.anycompany.xray.local.http;

import org.jspecify.annotations.Nullable;

/** Listener for requests that no endpoint serves. */
@FunctionalInterface
public interface UnservedRequests {

    UnservedRequests IGNORED = (method, path, contentType) -> null;

    /**
     * Returns what the sender should do instead; null if that isn't known.
     *
     * @param method {@code PRI} for the beginning of an HTTP/2 connection, with which gRPC begins
     */
    @Nullable
    String advice(String method, String path, @Nullable String contentType);
}

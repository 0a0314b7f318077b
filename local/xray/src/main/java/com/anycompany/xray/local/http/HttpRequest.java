package com.anycompany.xray.local.http;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** HTTP request whose body has been received. */
public final class HttpRequest {

    private final Request request;
    private final byte[] body;

    HttpRequest(Request request, byte[] body) {
        this.request = request;
        this.body = body;
    }

    public String method() {
        return request.getMethod();
    }

    public String path() {
        return Request.getPathInContext(request);
    }

    /** Whether it came by HTTP/2, as gRPC needs. */
    public boolean isHttp2() {
        return isHttp2(request);
    }

    static boolean isHttp2(Request request) {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }

    /** How long ago it began to arrive. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
    }

    public byte[] body() {
        return body;
    }

    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    /** The first value of a query parameter. */
    public @Nullable String parameter(String name) {
        return parameters().getValue(name);
    }

    /** All values of a query parameter. */
    public List<String> parameters(String name) {
        return parameters().getValuesOrEmpty(name);
    }

    private Fields parameters() {
        try {
            return Request.extractQueryParameters(request);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("the query can't be read: " + e.getMessage());
        }
    }
}

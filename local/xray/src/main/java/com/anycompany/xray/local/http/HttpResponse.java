package com.anycompany.xray.local.http;

import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** HTTP response: status, headers, body, and the trailers that follow it in HTTP/2. */
public record HttpResponse(int status, byte[] body, Map<String, String> headers, Map<String, String> trailers) {

    /** A response without trailers. */
    public HttpResponse(int status, byte[] body, Map<String, String> headers) {
        this(status, body, headers, Map.of());
    }

    public static HttpResponse json(byte[] json) {
        return new HttpResponse(200, json, Map.of("Content-Type", "application/json"));
    }

    public static HttpResponse text(String contentType, String text) {
        return new HttpResponse(200, text.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", contentType));
    }

    static HttpResponse error(ApiException error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(error.messageMember(), error.message());
        String resource = error.resource();
        if (resource != null) {
            body.put("ResourceName", resource);
        }
        return error(error.status(), error.type(), body);
    }

    /** An error response in the format of the X-Ray API. */
    public static HttpResponse error(int status, String type, String message) {
        return error(status, type, Map.of("Message", message));
    }

    private static HttpResponse error(int status, String type, Map<String, Object> body) {
        return new HttpResponse(
                status, Json.bytes(body), Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type));
    }

    /** The response to a method that its path doesn't have: every path of the X-Ray API takes POST. */
    public static HttpResponse methodNotAllowed(HttpRequest request) {
        return error(405, "UnknownOperationException", request.method() + " is not possible on " + request.path())
                .with("Allow", "POST");
    }

    public HttpResponse uncached() {
        return with("Cache-Control", "no-store");
    }

    public HttpResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpResponse(status, body, more, trailers);
    }
}

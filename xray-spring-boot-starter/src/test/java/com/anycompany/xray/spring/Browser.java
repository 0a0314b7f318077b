package com.anycompany.xray.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client that isn't traced itself. */
record Browser(HttpClient client, int port) {

    Browser(int port) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("GET " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The id that the response names, as {@code Root=…} and nothing else. */
    static String traceId(HttpResponse<?> response) {
        String header = response.headers().firstValue("X-Amzn-Trace-Id").orElseThrow();
        if (!header.matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}")) {
            throw new AssertionError("X-Amzn-Trace-Id: " + header);
        }
        return header.substring("Root=".length());
    }
}

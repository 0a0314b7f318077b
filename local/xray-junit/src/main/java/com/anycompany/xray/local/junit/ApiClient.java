package com.anycompany.xray.local.junit;

import com.anycompany.xray.local.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The few calls of the X-Ray API that assertions need; unsigned, as X-Ray Local allows. */
final class ApiClient {

    private static final double END_OF_TIME = 9e10;
    private static final long MAX_WINDOW = 6 * 3600;

    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();

    ApiClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    Map<?, ?> call(String path, Map<String, Object> input) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(input))));
    }

    private Map<?, ?> send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<?, ?> body = (Map<?, ?>) Objects.requireNonNull(Json.read(answer.body()));
            if (answer.statusCode() != 200) {
                Object message = body.containsKey("Message") ? body.get("Message") : body.get("message");
                throw new IllegalArgumentException(String.valueOf(message));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("X-Ray Local at " + endpoint + " doesn't answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking X-Ray Local", e);
        }
    }

    List<String> traceIds(String filter) {
        Map<String, Object> input = filter.isEmpty()
                ? Map.of("StartTime", 0.0, "EndTime", END_OF_TIME)
                : Map.of("StartTime", 0.0, "EndTime", END_OF_TIME, "FilterExpression", filter);
        return list(call("/TraceSummaries", input), "TraceSummaries").stream()
                .map(summary -> String.valueOf(summary.get("Id")))
                .toList();
    }

    /** Of what arrived lately; the service's clock tells when that was. */
    ServiceGraph serviceGraph() {
        Map<?, ?> status = status();
        double now = number(status, "startedAt") + number(status, "uptimeSeconds");
        return ServiceGraph.of(list(
                call("/ServiceGraph", Map.of("StartTime", now - MAX_WINDOW + 60, "EndTime", now + 30)), "Services"));
    }

    private Map<?, ?> status() {
        return send(HttpRequest.newBuilder(endpoint.resolve("/local/status")));
    }

    private static double number(Map<?, ?> owner, String name) {
        return ((Number) Objects.requireNonNull(owner.get(name))).doubleValue();
    }

    List<String> rejections() {
        Map<?, ?> answer = send(HttpRequest.newBuilder(endpoint.resolve("/local/rejected")));
        return list(answer, "rejected").stream()
                .map(rejection ->
                        rejection.get("code") + ": " + rejection.get("detail") + " in " + rejection.get("snippet"))
                .toList();
    }

    static Map<?, ?> document(String json) {
        return (Map<?, ?>) Objects.requireNonNull(Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("unchecked")
    static List<Map<?, ?>> list(Map<?, ?> owner, String name) {
        Object list = owner.get(name);
        return list == null ? List.of() : (List<Map<?, ?>>) list;
    }
}

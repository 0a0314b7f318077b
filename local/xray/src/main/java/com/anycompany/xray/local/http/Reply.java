package com.anycompany.xray.local.http;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Output;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A finished HTTP answer. */
public record Reply(int status, byte[] body, Map<String, String> headers) {

    public static Reply json(Output output) {
        return new Reply(200, output.json(), Map.of("Content-Type", "application/json"));
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(
                status,
                text.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", contentType, "Cache-Control", "no-store"));
    }

    public static Reply error(ApiException problem) {
        Output body = new Output().put("Message", problem.message());
        if (problem.resource() != null) {
            body.put("ResourceName", problem.resource());
        }
        return error(problem.status(), problem.type(), body);
    }

    public static Reply error(int status, String type, String message) {
        return error(status, type, new Output().put("Message", message));
    }

    private static Reply error(int status, String type, Output body) {
        return new Reply(status, body.json(), Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type));
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, body, more);
    }
}

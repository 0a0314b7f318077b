package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON client for X-Ray Local, whose API accepts unsigned requests. */
final class JsonClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TIMEOUT_MILLIS = 3000;

    private JsonClient() {}

    static JsonNode post(String url, Object body) {
        return answer(url, connection -> {
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.getOutputStream().write(JSON.writeValueAsBytes(body));
        });
    }

    static JsonNode get(String url) {
        return answer(url, connection -> {});
    }

    /** What sends a request. */
    @FunctionalInterface
    private interface Request {
        void send(HttpURLConnection connection) throws IOException;
    }

    private static JsonNode answer(String url, Request request) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            request.send(connection);
            if (connection.getResponseCode() >= 300) {
                throw new UserError(refusal(url, connection));
            }
            try (InputStream in = connection.getInputStream()) {
                return JSON.readTree(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UserError(url + " doesn't answer (" + e.getMessage() + "); is the shop up? See ./shop status.");
        }
    }

    /** The message of the response if it has one, as a filter expression's error has. */
    private static String refusal(String url, HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getErrorStream()) {
            JsonNode problem = in == null ? JSON.createObjectNode() : JSON.readTree(in.readAllBytes());
            String message =
                    problem.path("message").asString(problem.path("Message").asString(""));
            return message.isEmpty() ? url + " answers " + connection.getResponseCode() + "." : message;
        } catch (JacksonException notJson) {
            return url + " answers " + connection.getResponseCode() + ".";
        }
    }

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }
}

package com.anycompany.xray.local.segment;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an {@code http} block; a field of the wrong type counts as absent. */
final class HttpReader {

    private @Nullable String method;
    private @Nullable String url;
    private @Nullable String userAgent;
    private @Nullable String clientIp;
    private int status;

    private HttpReader() {}

    static @Nullable Http read(JsonParser json, JsonToken object) {
        if (object != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        HttpReader reader = new HttpReader();
        for (String part = json.nextName(); part != null; part = json.nextName()) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                reader.readPart(json, part);
            } else {
                json.skipChildren();
            }
        }
        return new Http(reader.method, reader.url, reader.userAgent, reader.clientIp, reader.status);
    }

    private void readPart(JsonParser json, String part) {
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            if (part.equals("request") && value == JsonToken.VALUE_STRING) {
                readRequest(field, json.getString());
            } else if (part.equals("response") && field.equals("status")) {
                status = status(json, value);
            }
            json.skipChildren();
        }
    }

    private void readRequest(String field, String value) {
        switch (field) {
            case "method" -> method = value;
            case "url" -> url = value;
            case "user_agent" -> userAgent = value;
            case "client_ip" -> clientIp = value;
            default -> {}
        }
    }

    private static int status(JsonParser json, JsonToken value) {
        double status = 0;
        if (value.isNumeric()) {
            status = json.getDoubleValue();
        } else if (value == JsonToken.VALUE_STRING) {
            status = json.getValueAsInt(0);
        }
        return status >= 100 && status < 1000 ? (int) status : 0;
    }
}

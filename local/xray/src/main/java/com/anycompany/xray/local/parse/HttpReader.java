package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.Tokens;
import com.anycompany.xray.local.segment.Http;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads an {@code http} block; a field of the wrong type counts as absent. */
public final class HttpReader {

    private @Nullable String method;
    private @Nullable String url;
    private @Nullable String userAgent;
    private @Nullable String clientIp;
    private int status;
    private boolean traced;

    private HttpReader() {}

    public static @Nullable Http read(Tokens json, JsonToken object) {
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
        return new Http(reader.method, reader.url, reader.userAgent, reader.clientIp, reader.status, reader.traced);
    }

    private void readPart(Tokens json, String part) {
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            if (part.equals("request") && value == JsonToken.VALUE_STRING) {
                readRequest(field, json);
            } else if (part.equals("request") && field.equals("traced")) {
                traced = value == JsonToken.VALUE_TRUE;
            } else if (part.equals("response") && field.equals("status")) {
                status = status(json, value);
            }
            json.skipChildren();
        }
    }

    private void readRequest(String field, Tokens json) {
        switch (field) {
            case "method" -> method = json.symbol();
            case "url" -> url = json.text();
            case "user_agent" -> userAgent = json.symbol();
            case "client_ip" -> clientIp = json.symbol();
            default -> {}
        }
    }

    private static int status(Tokens json, JsonToken value) {
        double status = 0;
        if (value.isNumeric()) {
            status = json.number();
        } else if (value == JsonToken.VALUE_STRING) {
            status = json.numberInText();
        }
        return Http.status(status);
    }
}

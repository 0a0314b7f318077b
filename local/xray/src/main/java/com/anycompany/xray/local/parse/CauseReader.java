package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.Tokens;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.Thrown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads a {@code cause}: the id of an exception declared elsewhere in the trace, or exceptions with their details. */
public final class CauseReader {

    private long reference;
    private List<Thrown> exceptions = List.of();

    private CauseReader() {}

    public static CauseReader read(Tokens json, JsonToken value) {
        CauseReader reader = new CauseReader();
        if (value == JsonToken.VALUE_STRING) {
            reader.reference = id(json.text());
        } else if (value == JsonToken.START_OBJECT) {
            reader.readDetails(json);
        } else {
            json.skipChildren();
        }
        return reader;
    }

    private void readDetails(Tokens json) {
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            if (json.nextToken() == JsonToken.START_ARRAY && field.equals("exceptions")) {
                readExceptions(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readExceptions(Tokens json) {
        exceptions = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                exceptions.add(readException(json));
            } else {
                json.skipChildren();
            }
        }
    }

    private static Thrown readException(Tokens json) {
        long id = 0;
        @Nullable String type = null;
        @Nullable String message = null;
        boolean remote = false;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                switch (field) {
                    case "id" -> id = id(json.text());
                    case "type" -> type = json.symbol();
                    case "message" -> message = json.text();
                    default -> {}
                }
            } else if (value == JsonToken.VALUE_TRUE && field.equals("remote")) {
                remote = true;
            } else {
                json.skipChildren();
            }
        }
        return new Thrown(id, type, message, remote);
    }

    private static long id(String text) {
        return EntityId.isValid(text) ? EntityId.parse(text) : 0;
    }

    public long reference() {
        return reference;
    }

    public List<Thrown> exceptions() {
        return exceptions;
    }
}

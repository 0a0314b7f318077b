package com.anycompany.xray.local.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tokens from Jackson: any JSON, with an exception that names the place when it is invalid. */
public record JacksonTokens(JsonParser json) implements JsonTokens {

    @Override
    public JsonToken nextToken() {
        JsonToken next = json.nextToken();
        return next == null ? JsonToken.NOT_AVAILABLE : next;
    }

    @Override
    public @Nullable String nextName() {
        return json.nextName();
    }

    @Override
    public void skipChildren() {
        json.skipChildren();
    }

    @Override
    public String text() {
        return json.getString();
    }

    @Override
    public String symbol() {
        return json.getString();
    }

    @Override
    public double number() {
        return json.getDoubleValue();
    }

    @Override
    public int numberInText() {
        return json.getValueAsInt(0);
    }
}

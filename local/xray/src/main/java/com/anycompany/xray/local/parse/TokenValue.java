package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.JsonTokens;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.EntityTime;
import com.anycompany.xray.local.segment.FieldValue;
import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * The current value of a token stream; of another type than the method asks for, it is the value of an absent field.
 */
final class TokenValue implements FieldValue {

    private final JsonTokens json;
    private String name = "";
    private JsonToken token = JsonToken.NOT_AVAILABLE;
    private boolean object;

    TokenValue(JsonTokens json) {
        this.json = json;
    }

    /** @param member the name of the member whose value has just been reached */
    TokenValue at(String member, JsonToken value) {
        name = member;
        token = value;
        object = value == JsonToken.START_OBJECT;
        return this;
    }

    /** The value counts as absent: an array, whose elements follow. */
    TokenValue absent() {
        token = JsonToken.NOT_AVAILABLE;
        object = false;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String text() {
        return json.text();
    }

    @Override
    public String symbol() {
        return json.symbol();
    }

    @Override
    public double number() {
        if (token.isNumeric()) {
            return json.number();
        }
        return token == JsonToken.VALUE_STRING ? json.numberInText() : 0;
    }

    @Override
    public long id() {
        return EntityId.parse(json.text());
    }

    @Override
    public long micros() {
        return EntityTime.micros(json.number());
    }

    @Override
    public Object scalar() {
        if (token.isNumeric()) {
            return json.number();
        }
        return token.isBoolean() ? (Object) flag() : json.text();
    }

    @Override
    public boolean flag() {
        return token == JsonToken.VALUE_TRUE;
    }

    @Override
    public long idOrZero() {
        if (token != JsonToken.VALUE_STRING) {
            return 0;
        }
        String text = json.text();
        return EntityId.isValid(text) ? EntityId.parse(text) : 0;
    }

    @Override
    public @Nullable TraceId traceId() {
        return TraceId.parse(json.text());
    }

    @Override
    public List<String> texts() {
        List<String> texts = new ArrayList<>(1);
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (next == JsonToken.VALUE_STRING) {
                texts.add(json.symbol());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }

    @Override
    public boolean isObject() {
        return object;
    }
}

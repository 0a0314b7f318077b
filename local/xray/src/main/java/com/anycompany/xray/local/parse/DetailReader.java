package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.JsonTokens;
import com.anycompany.xray.local.segment.DocumentField;
import com.anycompany.xray.local.segment.EntityBuilder;
import tools.jackson.core.JsonToken;

/** Reads the fields of an entity that can't make its document invalid, by the table {@link DocumentField}. */
final class DetailReader {

    private final JsonTokens json;
    private final TokenValue value;
    private final EntityBuilder entity;

    DetailReader(JsonTokens json, TokenValue value, EntityBuilder entity) {
        this.json = json;
        this.value = value;
        this.entity = entity;
    }

    /** Reads the value that begins with {@code token}, to its end. */
    void read(DocumentField field, String name, JsonToken token) {
        switch (field.type()) {
            case OBJECT, ID_OR_OBJECT -> readObject(field, name, token);
            case OBJECTS -> readObjects(field, name, token);
            case TEXTS -> {
                if (token == JsonToken.START_ARRAY) {
                    field.set(entity, value.at(name, token));
                } else {
                    json.skipChildren();
                }
            }
            default -> {
                if (isAccepted(field, token)) {
                    field.set(entity, value.at(name, token));
                }
                json.skipChildren();
            }
        }
    }

    /** Flags and statuses of another type are {@code false} and 0; texts and scalars are left as they were. */
    private static boolean isAccepted(DocumentField field, JsonToken token) {
        return switch (field.type()) {
            case FLAG, STATUS, PRESENCE -> true;
            case SCALAR -> token.isScalarValue() && token != JsonToken.VALUE_NULL;
            default -> token == JsonToken.VALUE_STRING;
        };
    }

    private void readObject(DocumentField field, String name, JsonToken token) {
        field.set(entity, value.at(name, token));
        if (token == JsonToken.START_OBJECT) {
            readMembers(field);
        } else {
            json.skipChildren();
        }
    }

    private void readObjects(DocumentField field, String name, JsonToken token) {
        field.set(entity, value.absent());
        if (token != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (next == JsonToken.START_OBJECT) {
                readObject(field, name, next);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readMembers(DocumentField object) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            DocumentField field = DocumentField.find(object.content(), name);
            if (field == null) {
                json.skipChildren();
            } else {
                read(field, name, token);
            }
        }
    }
}

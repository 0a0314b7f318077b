package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.JsonTokens;
import com.anycompany.xray.local.segment.DocumentField;
import com.anycompany.xray.local.segment.DocumentObject;
import com.anycompany.xray.local.segment.EntityBuilder;
import com.anycompany.xray.local.segment.EntityTime;
import com.anycompany.xray.local.segment.EntityTreeBuilder;
import com.anycompany.xray.local.segment.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads the fields of one entity from a token stream, by the table {@link DocumentField}, and checks their JSON types;
 * what is needed for validation is kept as it was written. Without details, it reads no more than that.
 */
final class EntityReader {

    private final JsonTokens json;
    private final DocumentObject object;
    private final boolean details;
    private final TokenValue value;
    private final EntityBuilder entity = new EntityBuilder();
    private final DetailReader detailReader;
    private @Nullable String id;
    private @Nullable String parentId;
    private @Nullable String name;
    private @Nullable String traceId;
    private @Nullable String type;
    private double start = Double.NaN;
    private double end = Double.NaN;
    private boolean inProgress;
    private List<EntityReader> subsegments = List.of();

    private EntityReader(JsonTokens json, DocumentObject object, boolean details, TokenValue value) {
        this.json = json;
        this.object = object;
        this.details = details;
        this.value = value;
        this.detailReader = new DetailReader(json, value, entity);
    }

    /** Reads the only object of a token stream. */
    static EntityReader readDocument(JsonTokens json, boolean details) throws InvalidDocument {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw InvalidDocument.unreadable("the document is not a JSON object");
        }
        EntityReader document = new EntityReader(json, DocumentObject.DOCUMENT, details, new TokenValue(json));
        document.read();
        if (json.nextToken() != JsonToken.NOT_AVAILABLE) {
            throw InvalidDocument.unreadable("something follows the document's closing brace");
        }
        return document;
    }

    private void read() throws InvalidDocument {
        for (String member = json.nextName(); member != null; member = json.nextName()) {
            JsonToken token = json.nextToken();
            DocumentField field = token == JsonToken.VALUE_NULL ? null : DocumentField.find(object, member);
            if (field == null) {
                json.skipChildren();
            } else if (field == DocumentField.SUBSEGMENTS) {
                readSubsegments(token);
            } else if (field.isStrict()) {
                readStrict(field, member, token);
            } else if (details) {
                detailReader.read(field, member, token);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readStrict(DocumentField field, String member, JsonToken token) throws InvalidDocument {
        checkType(field, token);
        value.at(member, token);
        switch (field) {
            case ID -> id = value.text();
            case PARENT_ID -> parentId = value.text();
            case TRACE_ID -> traceId = value.text();
            case NAME -> name = value.symbol();
            case TYPE -> type = value.symbol();
            case START_TIME -> start = seconds(field);
            case END_TIME -> end = seconds(field);
            case IN_PROGRESS -> inProgress = value.flag();
            default -> {}
        }
        if (details) {
            field.set(entity, value);
        }
    }

    private static void checkType(DocumentField field, JsonToken token) throws InvalidDocument {
        boolean accepted =
                switch (field.type()) {
                    case FLAG -> token.isBoolean();
                    case SECONDS -> token.isNumeric();
                    default -> token == JsonToken.VALUE_STRING;
                };
        if (!accepted) {
            throw InvalidDocument.unreadable(field.fieldName() + " is not " + expected(field.type()));
        }
    }

    private static String expected(FieldType type) {
        return switch (type) {
            case FLAG -> "true or false";
            case SECONDS -> "a number of seconds since the epoch";
            default -> "a string";
        };
    }

    private double seconds(DocumentField field) throws InvalidDocument {
        double seconds = value.number();
        if (!EntityTime.isValid(seconds)) {
            throw InvalidDocument.unreadable(field.fieldName() + " is out of range; give seconds, not milliseconds");
        }
        return seconds;
    }

    /** What isn't an array counts as no subsegments, as in AWS. */
    private void readSubsegments(JsonToken token) throws InvalidDocument {
        if (token != JsonToken.START_ARRAY) {
            subsegments = List.of();
            json.skipChildren();
            return;
        }
        subsegments = new ArrayList<>();
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (next != JsonToken.START_OBJECT) {
                throw InvalidDocument.unreadable("an element of subsegments is not an object");
            }
            EntityReader child = new EntityReader(json, DocumentObject.INLINE_SUBSEGMENT, details, value);
            child.read();
            subsegments.add(child);
        }
    }

    /** The entities, once they have been found valid; they must have been read with details. */
    EntityTreeBuilder entities() {
        EntityTreeBuilder all = new EntityTreeBuilder();
        addTo(all);
        return all;
    }

    private void addTo(EntityTreeBuilder all) {
        all.add(entity, subsegments.size());
        for (EntityReader each : subsegments) {
            each.addTo(all);
        }
    }

    boolean isDocument() {
        return object == DocumentObject.DOCUMENT;
    }

    @Nullable
    String id() {
        return id;
    }

    @Nullable
    String parentId() {
        return parentId;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String traceId() {
        return traceId;
    }

    @Nullable
    String type() {
        return type;
    }

    boolean hasStart() {
        return !Double.isNaN(start);
    }

    boolean hasEnd() {
        return !Double.isNaN(end);
    }

    boolean inProgress() {
        return inProgress;
    }

    List<EntityReader> subsegments() {
        return subsegments;
    }
}

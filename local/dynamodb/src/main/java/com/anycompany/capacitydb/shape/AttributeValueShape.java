package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** Attribute value: a structure with one member for each type; lists and maps of it contain others. */
record AttributeValueShape() implements Shape {

    private static final Shape TEXT = Text.any();
    private static final Shape FLAG = new Flag();
    private static final Shape BLOB = new Blob();
    private static final Shape TEXTS = ListOf.any(TEXT);
    private static final Shape BLOBS = ListOf.any(BLOB);

    @Override
    public void checkType(Json value, boolean member) {
        if (value instanceof Json.Array) {
            throw Shape.wrongType("Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue");
        }
        if (!(value instanceof JsonObject object)) {
            throw Shape.wrongType(member ? "Unexpected field type" : "Unexpected value type in payload");
        }
        object.members().forEach(this::checkMember);
    }

    @Override
    public String show(Json value) {
        JsonObject object = (JsonObject) value;
        return object.members().entrySet().stream()
                .map(member -> member.getKey().toLowerCase(Locale.ROOT) + "=" + TEXT.show(member.getValue()))
                .collect(Collectors.joining(", ", "AttributeValue(", ")"));
    }

    private void checkMember(String name, Json value) {
        switch (name) {
            case "S", "N" -> TEXT.checkType(value, true);
            case "B" -> BLOB.checkType(value, true);
            case "BOOL", "NULL" -> FLAG.checkType(value, true);
            case "SS", "NS" -> TEXTS.checkType(value, true);
            case "BS" -> BLOBS.checkType(value, true);
            case "L" -> ListOf.any(this).checkType(value, true);
            case "M" -> MapOf.attributeValues().checkType(value, true);
            default -> {
                // Unknown members are ignored.
            }
        }
    }
}

package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.Map;

/** Map from strings to values of one shape. */
public record MapOf(Shape value, String valueType, int min, int max) implements Shape {

    /** Items, keys and expression values. */
    public static MapOf attributeValues() {
        return of(new AttributeValueShape(), "com.amazonaws.dynamodb.v20120810.AttributeValue");
    }

    /** A single attribute value. */
    public static Shape attributeValue() {
        return new AttributeValueShape();
    }

    public static MapOf of(Shape value, String valueType) {
        return new MapOf(value, valueType, 0, Integer.MAX_VALUE);
    }

    @Override
    public void checkType(Json map, boolean member) {
        if (map instanceof Json.Array) {
            throw Shape.wrongType("Unrecognized collection type java.util.Map<java.lang.String, " + valueType + ">");
        }
        if (!(map instanceof JsonObject object)) {
            throw Shape.wrongType("Unexpected field type");
        }
        object.members().values().forEach(each -> value.checkType(each, false));
    }

    @Override
    public void validate(Json map, String path, Violations violations) {
        Map<String, Json> members = ((JsonObject) map).members();
        if (members.size() < min) {
            violations.add(map, path, "Member must have length greater than or equal to " + min);
        } else if (members.size() > max) {
            violations.add(map, path, "Member must have length less than or equal to " + max);
        }
        members.forEach((name, each) -> value.validate(each, path + "." + name + ".member", violations));
    }
}

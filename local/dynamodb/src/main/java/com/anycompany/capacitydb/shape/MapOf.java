package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Map from strings to values of one shape. */
public record MapOf(Shape value, String valueType, int max, boolean byTable) implements Shape {

    private static final Pattern TABLE = Pattern.compile("[a-zA-Z0-9_.-]{3,255}|arn:.*");
    private static final String TABLE_CONSTRAINT = "Map keys must satisfy constraint: "
            + "[Member must have length less than or equal to 255, Member must have length greater than or equal to 3, "
            + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";

    private static final int MAX_NAME = 65_535;
    private static final String NAME_CONSTRAINT = "[Member must have length less than or equal to " + MAX_NAME
            + ", Member must have length greater than or equal to 0]";

    /** Names of attributes, by placeholder. */
    public static MapOf names() {
        return of(Text.length(0, MAX_NAME), "java.lang.String");
    }

    /** Items, keys and expression values. */
    public static MapOf attributeValues() {
        return of(new AttributeValueShape(), "com.amazonaws.dynamodb.v20120810.AttributeValue");
    }

    /** A single attribute value. */
    public static Shape attributeValue() {
        return new AttributeValueShape();
    }

    public static MapOf of(Shape value, String valueType) {
        return new MapOf(value, valueType, Integer.MAX_VALUE, false);
    }

    /** Map whose keys are names of tables. */
    public static MapOf byTable(Shape value, String valueType, int max) {
        return new MapOf(value, valueType, max, true);
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
        if (members.size() > max) {
            violations.add(show(map), path, "Member must have length less than or equal to " + max);
        }
        if (byTable
                && !members.keySet().stream()
                        .allMatch(name -> TABLE.matcher(name).matches())) {
            addTableNames((JsonObject) map, path, violations);
        }
        if (!byTable && members.keySet().stream().anyMatch(MapOf::isTooLong)) {
            violations.add(show(map), path, "Map keys must satisfy constraint: " + NAME_CONSTRAINT);
        }
        if (value instanceof Text text && text.max() == MAX_NAME) {
            if (members.values().stream().anyMatch(each -> isTooLong(((Json.Text) each).value()))) {
                violations.add(show(map), path, "Map value must satisfy constraint: " + NAME_CONSTRAINT);
            }
            return;
        }
        if (value instanceof ListOf list && !members.values().stream().allMatch(list::hasAllowedLength)) {
            violations.add(
                    show(map),
                    path,
                    "Map value must satisfy constraint: [Member must have length less than or equal to " + list.max()
                            + ", Member must have length greater than or equal to " + list.min() + "]");
        } else {
            members.forEach((name, each) -> value.validate(each, path + "." + name + ".member", violations));
        }
    }

    /** BatchWriteItem reports nothing else with it, and BatchGetItem shows its JSON. */
    private void addTableNames(JsonObject map, String path, Violations violations) {
        if (value instanceof ListOf) {
            violations.addIfAlone(show(map), path, TABLE_CONSTRAINT);
        } else {
            JsonWriter json = new JsonWriter();
            json.json(map);
            violations.add(new String(json.toBytes(), StandardCharsets.UTF_8), path, TABLE_CONSTRAINT);
        }
    }

    private static boolean isTooLong(String name) {
        return name.length() > MAX_NAME;
    }

    @Override
    public String show(Json map) {
        return ((JsonObject) map)
                .members().entrySet().stream()
                        .map(member -> member.getKey() + "=" + value.show(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}

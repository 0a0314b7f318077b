package com.anycompany.shop.system;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A table's definition as text that can be compared, whichever of DynamoDB's two dialects told it. */
final class TableText {

    private TableText() {}

    /**
     * @param table what DescribeTable answers, or the properties of a resource in a template
     * @param timeToLive the attribute by which items expire; empty without one
     */
    static String of(JsonNode table, String timeToLive) {
        List<String> lines = new ArrayList<>();
        lines.add("attributes "
                + sorted(
                        table.path("AttributeDefinitions"),
                        a -> text(a, "AttributeName") + ":" + text(a, "AttributeType")));
        lines.add(structure("table", table));
        table.path("GlobalSecondaryIndexes")
                .forEach(index -> lines.add(structure("global " + text(index, "IndexName"), index)));
        table.path("LocalSecondaryIndexes")
                .forEach(index -> lines.add(structure("local " + text(index, "IndexName"), index)));
        lines.add("expires by " + timeToLive);
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    /** A local index has no capacity of its own; DescribeTable tells none of it. */
    private static String structure(String name, JsonNode part) {
        StringBuilder line = new StringBuilder(name);
        part.path("KeySchema")
                .forEach(key -> line.append(' ')
                        .append(text(key, "KeyType"))
                        .append('=')
                        .append(text(key, "AttributeName")));
        JsonNode projection = part.path("Projection");
        if (projection.has("ProjectionType")) {
            line.append(' ').append(text(projection, "ProjectionType"));
            line.append(sorted(projection.path("NonKeyAttributes"), JsonNode::asString));
        }
        JsonNode capacity = part.path("ProvisionedThroughput");
        if (capacity.has("ReadCapacityUnits") && !name.startsWith("local")) {
            line.append(' ').append(text(capacity, "ReadCapacityUnits"));
            line.append('/').append(text(capacity, "WriteCapacityUnits"));
        }
        return line.toString();
    }

    private static List<String> sorted(JsonNode array, java.util.function.Function<JsonNode, String> text) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(text.apply(node)));
        return texts.stream().sorted().toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}

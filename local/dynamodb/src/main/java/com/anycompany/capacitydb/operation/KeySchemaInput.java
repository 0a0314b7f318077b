package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.KeyAttribute;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.value.AttributeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads keys, whose attributes must be defined. */
final class KeySchemaInput {

    private final Map<String, AttributeType> definitions = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    KeySchemaInput(List<JsonObject> attributeDefinitions) {
        for (JsonObject definition : attributeDefinitions) {
            String name = definition.text("AttributeName");
            AttributeType type = AttributeType.valueOf(definition.text("AttributeType"));
            if (definitions.put(name, type) != null) {
                throw ServiceException.validation("Attribute Name is duplicated: " + name);
            }
        }
    }

    /** Makes the attributes of existing keys known. */
    void addKnown(Map<String, AttributeType> known) {
        known.forEach((name, type) -> {
            AttributeType given = definitions.putIfAbsent(name, type);
            if (given != null && given != type) {
                throw ServiceException.invalidParameter("Attribute " + name + " was already defined with another type");
            }
            used.add(name);
        });
    }

    KeySchema table(List<JsonObject> elements) {
        KeySchema keys = read(elements);
        if (keys.hash().size() > 1) {
            throw ServiceException.validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
        return keys;
    }

    /** Also for indexes: their keys may have several attributes of each kind. */
    KeySchema read(List<JsonObject> elements) {
        List<String> names = elements.stream().map(e -> e.text("AttributeName")).toList();
        if (names.size() > definitions.size()) {
            throw ServiceException.validation("Invalid KeySchema: Some index key attribute have no definition");
        }
        if (!definitions.keySet().containsAll(names)) {
            throw ServiceException.invalidParameter("Some index key attributes are not defined in "
                    + "AttributeDefinitions. Keys: " + names + ", AttributeDefinitions: "
                    + new ArrayList<>(definitions.keySet()));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw ServiceException.validation(
                    "Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }
        if (!elements.get(0).text("KeyType").equals("HASH")) {
            throw ServiceException.validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        List<KeyAttribute> hash = new ArrayList<>();
        List<KeyAttribute> range = new ArrayList<>();
        for (JsonObject element : elements) {
            String name = element.text("AttributeName");
            AttributeType type = definitions.getOrDefault(name, AttributeType.S);
            if (!element.text("KeyType").equals("HASH")) {
                range.add(new KeyAttribute(name, type));
            } else if (range.isEmpty()) {
                hash.add(new KeyAttribute(name, type));
            } else {
                throw ServiceException.validation(
                        "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
            }
        }
        used.addAll(names);
        return new KeySchema(hash, range);
    }

    /** Each defined attribute must belong to a key. */
    void checkAllUsed(boolean indexes) {
        if (used.containsAll(definitions.keySet())) {
            return;
        }
        if (!indexes) {
            throw ServiceException.invalidParameter(
                    "Number of attributes in KeySchema does not exactly match number of "
                            + "attributes defined in AttributeDefinitions");
        }
        throw ServiceException.invalidParameter("Some AttributeDefinitions are not used. AttributeDefinitions: "
                + new ArrayList<>(definitions.keySet()) + ", keys used: " + new ArrayList<>(new TreeSet<>(used)));
    }
}

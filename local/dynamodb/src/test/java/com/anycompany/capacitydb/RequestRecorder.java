package com.anycompany.capacitydb;

import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * Knows the members that requests have in the SDK's model of the API, and which of them an operation asks for. A member is written as
 * a path, for example {@code SSESpecification.Enabled}; elements of lists and values of maps are left out of it.
 */
final class RequestRecorder {

    private static final String ATTRIBUTE_VALUE = "AttributeValue";

    private final Set<String> read = new TreeSet<>();

    Set<String> read() {
        return read;
    }

    /** All members of a structure, with those of the structures in it. */
    static Set<String> members(SdkPojo structure) {
        Set<String> paths = new TreeSet<>();
        addMembers("", structure, paths);
        return paths;
    }

    private static void addMembers(String prefix, SdkPojo structure, Set<String> paths) {
        for (SdkField<?> field : structure.sdkFields()) {
            String path = prefix + field.locationName();
            paths.add(path);
            SdkPojo inner = structureIn(field);
            if (inner != null) {
                addMembers(path + ".", inner, paths);
            }
        }
    }

    /** The structure that a member is, or has as elements or values; null for none, and for attribute values. */
    private static SdkPojo structureIn(SdkField<?> field) {
        if (field.containsTrait(ListTrait.class)) {
            return structureIn(field.getTrait(ListTrait.class).memberFieldInfo());
        }
        if (field.containsTrait(MapTrait.class)) {
            return structureIn(field.getTrait(MapTrait.class).valueFieldInfo());
        }
        if (!field.marshallingType().equals(MarshallingType.SDK_POJO)) {
            return null;
        }
        SdkPojo structure = field.constructor().get();
        return structure.getClass().getName().contains(ATTRIBUTE_VALUE) && isAttributeValue(structure)
                ? null
                : structure;
    }

    private static boolean isAttributeValue(SdkPojo structure) {
        return structure.sdkFields().stream()
                .anyMatch(field -> field.locationName().equals("NULL"));
    }

    /** The same request, which records what is asked of it. */
    JsonObject recording(JsonObject request, SdkPojo structure) {
        return structure(request, structure, "");
    }

    private JsonObject structure(JsonObject json, SdkPojo structure, String prefix) {
        Map<String, Json> members = new RecordingMap(prefix);
        json.members().forEach((name, value) -> {
            Json recorded = value;
            for (SdkField<?> field : structure.sdkFields()) {
                if (field.locationName().equals(name)) {
                    recorded = value(value, field, prefix + name + ".");
                }
            }
            members.put(name, recorded);
        });
        return new JsonObject(members);
    }

    private Json value(Json json, SdkField<?> field, String prefix) {
        if (field.containsTrait(ListTrait.class) && json instanceof Json.Array array) {
            List<Json> elements = new ArrayList<>();
            array.elements()
                    .forEach(each -> elements.add(
                            value(each, field.getTrait(ListTrait.class).memberFieldInfo(), prefix)));
            return new Json.Array(elements);
        }
        if (field.containsTrait(MapTrait.class) && json instanceof JsonObject map) {
            Map<String, Json> values = new LinkedHashMap<>();
            map.members()
                    .forEach((key, each) -> values.put(
                            key, value(each, field.getTrait(MapTrait.class).valueFieldInfo(), prefix)));
            return new JsonObject(values);
        }
        SdkPojo inner = structureIn(field);
        return inner != null && json instanceof JsonObject object ? structure(object, inner, prefix) : json;
    }

    /** Records the names that are looked up. */
    private final class RecordingMap extends LinkedHashMap<String, Json> {

        private static final long serialVersionUID = 1;

        private final String prefix;

        private RecordingMap(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Json get(Object name) {
            read.add(prefix + name);
            return super.get(name);
        }

        @Override
        public boolean containsKey(Object name) {
            read.add(prefix + name);
            return super.containsKey(name);
        }
    }
}

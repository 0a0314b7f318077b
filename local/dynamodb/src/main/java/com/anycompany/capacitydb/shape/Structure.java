package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Structure: members with names, of which some are required. Unknown members are ignored. */
public final class Structure implements Shape {

    private record Member(String name, Shape shape, boolean required) {

        /** Messages write the names of members with a small first letter. */
        private String shownName() {
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }
    }

    private final String type;
    private final List<Member> members = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private boolean firstOnly;

    public Structure(String type) {
        this.type = type;
    }

    public Structure required(String name, Shape shape) {
        members.add(new Member(name, shape, true));
        return this;
    }

    public Structure optional(String name, Shape shape) {
        members.add(new Member(name, shape, false));
        return this;
    }

    /** Members of the API that aren't supported: a request that has one is refused, with its name. */
    public Structure refused(String... names) {
        refused.addAll(List.of(names));
        return this;
    }

    /** Checks a whole request. */
    public void check(JsonObject request) {
        checkType(request, true);
        Violations violations = new Violations();
        validate(request, "", violations);
        if (firstOnly && members.stream().allMatch(member -> !member.required() || request.has(member.name()))) {
            violations.throwFirst();
        }
        violations.throwIfAny();
    }

    /** Reports only the first violation of a request that has all required members, as the newer operations do. */
    public Structure firstOnly() {
        firstOnly = true;
        return this;
    }

    @Override
    public void checkType(Json value, boolean member) {
        if (value instanceof Json.Array) {
            throw Shape.wrongType("Unrecognized collection type class com.amazonaws.dynamodb.v20120810." + type);
        }
        if (!(value instanceof JsonObject object)) {
            throw Shape.wrongType(member ? "Unexpected field type" : "Unexpected value type in payload");
        }
        for (Member each : members) {
            Json present = object.get(each.name());
            if (present != null) {
                each.shape().checkType(present, true);
            }
        }
    }

    @Override
    public String show(Json value) {
        JsonObject object = (JsonObject) value;
        return members.stream()
                .map(member -> {
                    Json present = object.get(member.name());
                    return member.shownName() + "="
                            + (present == null ? "null" : member.shape().show(present));
                })
                .collect(Collectors.joining(", ", type + "(", ")"));
    }

    @Override
    public void validate(Json value, String path, Violations violations) {
        JsonObject object = (JsonObject) value;
        for (Member member : members) {
            Json present = object.get(member.name());
            String place = path.isEmpty() ? member.shownName() : path + "." + member.shownName();
            if (present != null) {
                member.shape().validate(present, place, violations);
            } else if (member.required()) {
                violations.add(null, place, "Member must not be null");
            }
        }
        for (String name : refused) {
            if (object.has(name)) {
                violations.addUnsupported(path.isEmpty() ? name : path + "." + name);
            }
        }
    }
}

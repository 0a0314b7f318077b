package com.anycompany.xray.local.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Inputs of an operation that are valid but for one thing: each required member missing, each bound exceeded by one, each value
 * that isn't in an enumeration or doesn't match a pattern, each type that is another one; and inputs that are at a bound.
 */
final class InputMutations {

    private static final Pattern BOUND = Pattern.compile("(length|value) (less|greater) than or equal to (-?\\d+)");
    private static final String UUID = "6f1cfd4d-4f6b-4c2b-9a3e-0f1c2d3e4f50";

    private final Shape.Structure input;
    private final List<Case> cases = new ArrayList<>();

    /**
     * @param path of the member in the message
     * @param problem the message that is expected behind "failed to satisfy constraint: "; empty for a valid input
     * @param wrongType whether a value has another type than in the model
     */
    record Case(String description, Map<String, Object> members, String path, String problem, boolean wrongType) {

        boolean isValid() {
            return problem.isEmpty() && !wrongType;
        }
    }

    private InputMutations(Shape.Structure input) {
        this.input = input;
    }

    static List<Case> of(Shape.Structure input) {
        InputMutations mutations = new InputMutations(input);
        mutations.mutate(input, "", "", (root, change) -> change.accept(root));
        return mutations.cases;
    }

    /** A valid value with all of its members. */
    static Object valid(Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            Map<String, Object> members = new LinkedHashMap<>();
            structure.members().forEach((name, member) -> members.put(name, valid(member.shape())));
            return members;
        }
        if (shape instanceof Shape.ListOf list) {
            return new ArrayList<>(List.of(valid(list.element())));
        }
        if (shape instanceof Shape.MapOf) {
            return new LinkedHashMap<>(Map.of("k", "v"));
        }
        Shape.Scalar scalar = (Shape.Scalar) shape;
        return switch (scalar.type()) {
            case BOOLEAN -> true;
            case TIMESTAMP -> 1_480_615_200;
            case INTEGER -> 1;
            case DOUBLE -> 0.5;
            case STRING -> validText(scalar);
        };
    }

    private static String validText(Shape.Scalar scalar) {
        for (Constraint constraint : scalar.constraints()) {
            if (constraint.words().contains("enum value set: [")) {
                String values = constraint.words().substring(constraint.words().indexOf('[') + 1);
                return values.split("[,\\]]", -1)[0];
            }
        }
        return List.of("abcdefghijklmnopqrstuvwx", UUID, "a").stream()
                .filter(text -> scalar.constraints().stream()
                        .allMatch(each -> each.holds().test(text)))
                .findFirst()
                .orElseThrow();
    }

    /** Changes a fresh input where the structure stands that is being mutated. */
    private interface Place {
        void change(Map<String, Object> root, Consumer<Map<String, Object>> change);
    }

    private void mutate(Shape.Structure structure, String path, String wire, Place place) {
        structure.members().forEach((name, member) -> {
            String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            String at = path.isEmpty() ? lower : path + "." + lower;
            String described = wire + "." + name;
            if (member.required()) {
                add(place, described + " missing", at, "Member must not be null", object -> object.remove(name));
                add(place, described + " null", at, "Member must not be null", object -> object.put(name, null));
            }
            mutateValue(member.shape(), name, at, described, place);
        });
    }

    @SuppressWarnings("unchecked")
    private void mutateValue(Shape shape, String name, String at, String described, Place place) {
        Object wrong = shape instanceof Shape.Scalar scalar && scalar.type() != ScalarType.STRING ? "wrong" : 7;
        cases.add(new Case(described + " of another type", input(place, o -> o.put(name, wrong)), at, "", true));
        if (shape instanceof Shape.Scalar scalar) {
            mutateScalar(scalar, name, at, described, place);
        } else if (shape instanceof Shape.ListOf list) {
            mutateList(list, name, at, described, place);
            if (list.element() instanceof Shape.Structure element) {
                Place inside = (root, change) -> place.change(
                        root, o -> change.accept((Map<String, Object>) ((List<Object>) o.get(name)).get(0)));
                mutate(element, at + ".1.member", described + "[0]", inside);
            }
        } else if (shape instanceof Shape.MapOf map) {
            mutateMap(map, name, at, described, place);
        } else if (shape instanceof Shape.Structure inner) {
            Place inside = (root, change) -> place.change(root, o -> change.accept((Map<String, Object>) o.get(name)));
            mutate(inner, at, described, inside);
        }
    }

    private void mutateScalar(Shape.Scalar scalar, String name, String at, String described, Place place) {
        for (Constraint constraint : scalar.constraints()) {
            Matcher bound = BOUND.matcher(constraint.words());
            if (bound.find()) {
                int limit = Integer.parseInt(bound.group(3));
                int beyond = bound.group(2).equals("less") ? limit + 1 : limit - 1;
                boolean length = bound.group(1).equals("length");
                if (!length || beyond >= 0) {
                    Object value = length ? text(beyond) : (Object) beyond;
                    add(place, described + " beyond " + limit, at, constraint.words(), o -> o.put(name, value));
                }
                Object value = length ? text(limit) : (Object) limit;
                if (scalar.constraints().stream().allMatch(each -> each.holds().test(value))) {
                    add(place, described + " at " + limit, at, "", o -> o.put(name, value));
                }
            } else {
                add(place, described + " unknown", at, constraint.words(), o -> o.put(name, "no such value!"));
            }
        }
    }

    private void mutateList(Shape.ListOf list, String name, String at, String described, Place place) {
        for (Constraint constraint : list.constraints()) {
            Matcher bound = BOUND.matcher(constraint.words());
            if (bound.find()) {
                int limit = Integer.parseInt(bound.group(3));
                if (bound.group(2).equals("less")) {
                    add(
                            place,
                            described + " too long",
                            at,
                            constraint.words(),
                            o -> o.put(name, list(list, limit + 1)));
                }
                add(place, described + " at " + limit, at, "", o -> o.put(name, list(list, limit)));
            }
        }
        if (list.element() instanceof Shape.Scalar element
                && !element.constraints().isEmpty()) {
            List<String> words =
                    element.constraints().stream().map(Constraint::words).toList();
            String long36 = text(36).repeat(8);
            add(
                    place,
                    described + " with an invalid element",
                    at,
                    "Member must satisfy constraint: " + words,
                    o -> o.put(name, new ArrayList<>(List.of(long36))));
        }
    }

    private static List<Object> list(Shape.ListOf list, int size) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(valid(list.element()));
        }
        return elements;
    }

    private void mutateMap(Shape.MapOf map, String name, String at, String described, Place place) {
        List<String> keys =
                map.key().constraints().stream().map(Constraint::words).toList();
        List<String> values =
                map.value().constraints().stream().map(Constraint::words).toList();
        Map<String, Object> six = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            six.put("k" + i, "v");
        }
        String tooMany = map.constraints().get(0).words();
        add(place, described + " with six keys", at, tooMany, o -> o.put(name, six));
        Map<String, Object> five = new LinkedHashMap<>(six);
        five.remove("k0");
        add(place, described + " with five keys", at, "", o -> o.put(name, five));
        for (int length : new int[] {0, 33}) {
            String wrong = text(length);
            add(
                    place,
                    described + " with a key of " + length,
                    at,
                    "Map keys must satisfy constraint: " + keys,
                    o -> o.put(name, new LinkedHashMap<>(Map.of(wrong, "v"))));
            add(
                    place,
                    described + " with a value of " + length,
                    at,
                    "Map value must satisfy constraint: " + values,
                    o -> o.put(name, new LinkedHashMap<>(Map.of("k", wrong))));
        }
        Map<String, Object> longest = new LinkedHashMap<>(Map.of(text(32), text(32)));
        add(place, described + " with a key and a value of 32", at, "", o -> o.put(name, longest));
    }

    private static String text(int length) {
        return "a".repeat(length);
    }

    private void add(
            Place place, String description, String path, String problem, Consumer<Map<String, Object>> change) {
        cases.add(new Case(description, input(place, change), path, problem, false));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> input(Place place, Consumer<Map<String, Object>> change) {
        Map<String, Object> root = (Map<String, Object>) valid(input);
        place.change(root, change);
        return root;
    }
}

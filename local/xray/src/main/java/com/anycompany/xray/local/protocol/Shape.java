package com.anycompany.xray.local.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Type of a value in the service model, with its constraints. A value of another type ends the check with a
 * SerializationException; violated constraints are collected.
 */
sealed interface Shape {

    /** @param path where the value stands, such as {@code samplingRule.attributes} */
    void check(Object value, String path, Violations found);

    /** A string, number, Boolean or time. */
    record Scalar(ScalarType type, List<Constraint> constraints) implements Shape {

        @Override
        public void check(Object value, String path, Violations found) {
            addViolated(constraints, type.convert(value), path, found);
        }
    }

    record ListOf(Shape element, List<Constraint> constraints) implements Shape {

        @Override
        public void check(Object value, String path, Violations found) {
            List<?> list = WrongType.list(value);
            addViolated(constraints, list, path, found);
            if (element instanceof Scalar scalar) {
                checkEach(list, scalar, "Member must satisfy constraint: ", list, path, found);
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                checkMember(list.get(i), path + "." + (i + 1) + ".member", found);
            }
        }

        private void checkMember(@Nullable Object member, String path, Violations found) {
            if (member == null) {
                found.add(null, path, Constraint.NOT_NULL);
            } else {
                element.check(member, path, found);
            }
        }
    }

    record MapOf(Scalar key, Scalar value, List<Constraint> constraints) implements Shape {

        @Override
        public void check(Object object, String path, Violations found) {
            Map<?, ?> map = WrongType.object(object);
            addViolated(constraints, map, path, found);
            checkEach(map.keySet(), key, "Map keys must satisfy constraint: ", map, path, found);
            checkEach(map.values(), value, "Map value must satisfy constraint: ", map, path, found);
        }
    }

    record Structure(Map<String, Member> members) implements Shape {

        @Override
        public void check(Object value, String path, Violations found) {
            Map<?, ?> object = WrongType.object(value);
            members.forEach((name, member) -> member.check(member.valueIn(object), path, found));
        }
    }

    /** @param alias another name under which a client is known to send it; null for none */
    record Member(
            String name,
            boolean required,
            Shape shape,
            @Nullable String alias) {

        private @Nullable Object valueIn(Map<?, ?> object) {
            Object value = object.get(name);
            return value == null && alias != null ? object.get(alias) : value;
        }

        private void check(@Nullable Object value, String parent, Violations found) {
            String path = parent.isEmpty() ? pathName() : parent + "." + pathName();
            if (value != null) {
                shape.check(value, path, found);
            } else if (required) {
                found.add(null, path, Constraint.NOT_NULL);
            }
        }

        /** AWS writes {@code fixedRate}, {@code hTTPMethod} and {@code uRLPath}. */
        private String pathName() {
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    private static void addViolated(List<Constraint> constraints, Object value, String path, Violations found) {
        for (Constraint constraint : constraints) {
            if (!constraint.holds().test(value)) {
                found.add(value, path, constraint.words());
            }
        }
    }

    /** One violation for all elements, with all constraints: AWS doesn't say which element it is. */
    private static void checkEach(
            Iterable<?> elements, Scalar shape, String introduction, Object whole, String path, Violations found) {
        boolean violated = false;
        boolean hasNull = false;
        for (Object element : elements) {
            hasNull |= element == null;
            if (element != null) {
                Object converted = shape.type().convert(element);
                violated |= shape.constraints().stream()
                        .anyMatch(constraint -> !constraint.holds().test(converted));
            }
        }
        if (hasNull) {
            found.add(whole, path, introduction + "[" + Constraint.NOT_NULL + "]");
        }
        if (violated) {
            List<String> words =
                    shape.constraints().stream().map(Constraint::words).toList();
            found.add(whole, path, introduction + words);
        }
    }
}

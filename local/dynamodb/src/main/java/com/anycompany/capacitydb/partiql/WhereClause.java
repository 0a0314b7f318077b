package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Comparator;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Operand;
import com.anycompany.capacitydb.item.KeyTest;
import com.anycompany.capacitydb.table.KeyAttribute;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** WHERE clause of a statement: the conditions that hold together, of which some are about the key. */
final class WhereClause {

    private static final int MAX_RANGES = 50;

    private final List<Condition> conditions = new ArrayList<>();

    WhereClause(@Nullable Condition where) {
        if (where != null) {
            flatten(where);
        }
    }

    private void flatten(Condition condition) {
        if (condition instanceof Condition.And and) {
            flatten(and.left());
            flatten(and.right());
        } else {
            conditions.add(condition);
        }
    }

    /** Whether it says what every attribute of the key is. */
    boolean hasWholeKey(KeySchema keys) {
        return keys.attributes().stream()
                .allMatch(attribute -> equality(attribute).isPresent());
    }

    /** Whether it says what the partition key is, or which ones it may be. */
    boolean hasHashKey(KeySchema keys) {
        return keys.hash().stream()
                .allMatch(attribute ->
                        equality(attribute).isPresent() || choice(attribute).isPresent());
    }

    /** The key of the one item that it's about; what else it says is left. */
    Map<String, AttributeValue> takeKey(KeySchema keys) {
        if (!hasWholeKey(keys)) {
            throw ServiceException.validation(
                    "Where clause does not contain a mandatory equality on all key attributes");
        }
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (KeyAttribute attribute : keys.attributes()) {
            Condition equality = equality(attribute).orElseThrow();
            conditions.remove(equality);
            key.put(attribute.name(), test(equality).test().values().get(0));
        }
        return key;
    }

    /** The conditions on the key that make ranges, one for each choice that IN gives; what else it says is left. */
    List<Map<String, KeyTest>> takeRanges(KeySchema keys) {
        List<Map<String, KeyTest>> ranges = List.of(Map.of());
        for (KeyAttribute attribute : keys.hash()) {
            ranges = combined(ranges, attribute, takeValues(attribute));
        }
        for (KeyAttribute attribute : keys.range()) {
            List<KeyTest> values = takeValues(attribute);
            if (values.isEmpty()) {
                Optional<Condition> last = on(attribute);
                last.ifPresent(conditions::remove);
                return last.isEmpty()
                        ? ranges
                        : combined(ranges, attribute, List.of(test(last.get()).test()));
            }
            ranges = combined(ranges, attribute, values);
        }
        return ranges;
    }

    private static List<Map<String, KeyTest>> combined(
            List<Map<String, KeyTest>> ranges, KeyAttribute attribute, List<KeyTest> tests) {
        if ((long) ranges.size() * tests.size() > MAX_RANGES) {
            throw ServiceException.validation("Too many decomposed read operations for a given query.");
        }
        List<Map<String, KeyTest>> combined = new ArrayList<>();
        for (Map<String, KeyTest> range : ranges) {
            for (KeyTest test : tests) {
                Map<String, KeyTest> both = new LinkedHashMap<>(range);
                both.put(attribute.name(), test);
                combined.add(both);
            }
        }
        return combined;
    }

    /** What the attribute may be equal to; empty if nothing says that. */
    private List<KeyTest> takeValues(KeyAttribute attribute) {
        Optional<Condition> equality = equality(attribute);
        if (equality.isPresent()) {
            conditions.remove(equality.get());
            return List.of(test(equality.get()).test());
        }
        Optional<Condition.In> choice = choice(attribute);
        choice.ifPresent(conditions::remove);
        return choice.map(in -> in.candidates().stream()
                        .map(candidate -> ((Operand.Value) candidate).value())
                        .distinct()
                        .map(value -> new KeyTest(KeyTest.Kind.EQUAL, List.of(value)))
                        .toList())
                .orElse(List.of());
    }

    /** {@code attribute IN [...]} whose values have the attribute's type. */
    private Optional<Condition.In> choice(KeyAttribute attribute) {
        return conditions.stream()
                .filter(Condition.In.class::isInstance)
                .map(Condition.In.class::cast)
                .filter(in -> in.operand() instanceof Operand.Place place
                        && !place.path().isNested()
                        && place.path().attribute().equals(attribute.name()))
                .filter(in -> in.candidates().stream()
                        .allMatch(candidate -> candidate instanceof Operand.Value value
                                && value.value().type() == attribute.type()))
                .findFirst();
    }

    /** What is left; null if nothing is. */
    @Nullable
    Condition rest() {
        return conditions.stream().reduce(Condition.And::new).orElse(null);
    }

    private Optional<Condition> equality(KeyAttribute attribute) {
        return conditions.stream()
                .filter(condition -> {
                    Test test = test(condition);
                    return test.isOn(attribute) && test.test().isEquality();
                })
                .findFirst();
    }

    /** A condition on this attribute whose values have the attribute's type. */
    private Optional<Condition> on(KeyAttribute attribute) {
        return conditions.stream()
                .filter(condition -> {
                    Test test = test(condition);
                    return test.isOn(attribute)
                            && test.test().values().stream().allMatch(value -> value.type() == attribute.type());
                })
                .findFirst();
    }

    /** Condition that compares one attribute with constants; the attribute is empty for any other condition. */
    private record Test(String attribute, KeyTest test) {

        private static final Test OTHER = new Test("", new KeyTest(KeyTest.Kind.EQUAL, List.of()));

        private boolean isOn(KeyAttribute key) {
            return !attribute.isEmpty() && attribute.equals(key.name());
        }
    }

    private static Test test(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.left() instanceof Operand.Place
                    ? test(kind(comparison.comparator()), comparison.left(), comparison.right())
                    : test(kind(comparison.comparator().swapped()), comparison.right(), comparison.left());
        }
        if (condition instanceof Condition.Between between) {
            return test(Optional.of(KeyTest.Kind.BETWEEN), between.operand(), between.lower(), between.upper());
        }
        return condition instanceof Condition.BeginsWith begins
                ? test(Optional.of(KeyTest.Kind.BEGINS_WITH), begins.operand(), begins.prefix())
                : Test.OTHER;
    }

    private static Test test(Optional<KeyTest.Kind> kind, Operand operand, Operand... constants) {
        List<AttributeValue> values = new ArrayList<>();
        for (Operand constant : constants) {
            if (constant instanceof Operand.Value value) {
                values.add(value.value());
            }
        }
        boolean usable = kind.isPresent()
                && values.size() == constants.length
                && operand instanceof Operand.Place place
                && !place.path().isNested();
        return usable
                ? new Test(((Operand.Place) operand).path().attribute(), new KeyTest(kind.orElseThrow(), values))
                : Test.OTHER;
    }

    private static Optional<KeyTest.Kind> kind(Comparator comparator) {
        return switch (comparator) {
            case EQUAL -> Optional.of(KeyTest.Kind.EQUAL);
            case NOT_EQUAL -> Optional.empty();
            case LESS -> Optional.of(KeyTest.Kind.LESS);
            case LESS_OR_EQUAL -> Optional.of(KeyTest.Kind.LESS_OR_EQUAL);
            case GREATER -> Optional.of(KeyTest.Kind.GREATER);
            case GREATER_OR_EQUAL -> Optional.of(KeyTest.Kind.GREATER_OR_EQUAL);
        };
    }
}

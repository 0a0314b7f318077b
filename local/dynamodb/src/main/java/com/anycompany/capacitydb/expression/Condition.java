package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;
import java.util.Map;

/** Compiled condition: a typed node with all placeholders replaced. */
public sealed interface Condition {

    boolean matches(Map<String, AttributeValue> item);

    /** Both hold. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            return left.matches(item) && right.matches(item);
        }
    }

    /** One holds at least. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            return left.matches(item) || right.matches(item);
        }
    }

    /** The other doesn't hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            return !condition.matches(item);
        }
    }

    /** {@code left = right} and the like. */
    record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            return comparator.test(left.evaluate(item), right.evaluate(item));
        }
    }

    /** {@code operand BETWEEN lower AND upper}, bounds included. */
    record Between(Operand operand, Operand lower, Operand upper) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            AttributeValue value = operand.evaluate(item);
            return Comparator.GREATER_OR_EQUAL.test(value, lower.evaluate(item))
                    && Comparator.LESS_OR_EQUAL.test(value, upper.evaluate(item));
        }
    }

    /** {@code operand IN (…)}. */
    record In(Operand operand, List<Operand> candidates) implements Condition {

        public static final int MAX_CANDIDATES = 100;

        /** The message about more candidates than that. */
        public static String tooMany(int candidates) {
            return "The IN operator is provided with too many operands; number of operands: " + candidates;
        }

        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            AttributeValue value = operand.evaluate(item);
            return candidates.stream().anyMatch(c -> Comparator.EQUAL.test(value, c.evaluate(item)));
        }
    }

    /** {@code attribute_exists(path)}. */
    record Exists(Path path) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            return path.find(item) != null;
        }
    }

    /** {@code attribute_not_exists(path)}. */
    record NotExists(Path path) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            return path.find(item) == null;
        }
    }

    /** {@code attribute_type(path, type)}. */
    record HasType(Operand operand, AttributeType type) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            AttributeValue value = operand.evaluate(item);
            return value != null && value.type() == type;
        }
    }

    /** {@code begins_with(operand, prefix)}. */
    record BeginsWith(Operand operand, Operand prefix) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            AttributeValue value = operand.evaluate(item);
            AttributeValue start = prefix.evaluate(item);
            if (value instanceof AttributeValue.S string && start instanceof AttributeValue.S s) {
                return string.value().startsWith(s.value());
            }
            return value instanceof AttributeValue.B binary
                    && start instanceof AttributeValue.B b
                    && binary.value().startsWith(b.value());
        }
    }

    /** {@code contains(operand, part)}: a part of a string or binary, an element of a set or list. */
    record Contains(Operand operand, Operand part) implements Condition {
        @Override
        public boolean matches(Map<String, AttributeValue> item) {
            AttributeValue whole = operand.evaluate(item);
            AttributeValue value = part.evaluate(item);
            return whole != null && value != null && contains(whole, value);
        }

        private static boolean contains(AttributeValue whole, AttributeValue part) {
            if (whole instanceof AttributeValue.L list) {
                return list.elements().contains(part);
            }
            if (part instanceof AttributeValue.S string) {
                return whole instanceof AttributeValue.S s && s.value().contains(string.value())
                        || whole instanceof AttributeValue.SS set
                                && set.elements().contains(string.value());
            }
            if (part instanceof AttributeValue.B binary) {
                return whole instanceof AttributeValue.B b && b.value().contains(binary.value())
                        || whole instanceof AttributeValue.BS set
                                && set.elements().contains(binary.value());
            }
            return part instanceof AttributeValue.N number
                    && whole instanceof AttributeValue.NS set
                    && set.elements().contains(number.value());
        }
    }
}

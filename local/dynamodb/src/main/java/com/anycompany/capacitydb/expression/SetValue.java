package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiled value of an assignment in an update. */
public sealed interface SetValue {

    /** The value for this item, as it was before the update. */
    AttributeValue evaluate(Map<String, AttributeValue> item);

    /** The type that it has whatever the item; null if that depends on the item. */
    default @Nullable AttributeType type() {
        return null;
    }

    /** A value of the request. */
    record Constant(AttributeValue value) implements SetValue {

        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> item) {
            return value;
        }

        @Override
        public AttributeType type() {
            return value.type();
        }
    }

    /** The value at another place of the item. */
    record Copy(Path path) implements SetValue {

        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> item) {
            AttributeValue value = path.find(item);
            if (value == null) {
                throw ServiceException.validation(
                        "The provided expression refers to an attribute that does not exist in the item");
            }
            return value;
        }
    }

    /** {@code if_not_exists(path, value)}. */
    record IfNotExists(Path path, SetValue otherwise) implements SetValue {

        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> item) {
            AttributeValue value = path.find(item);
            return value == null ? otherwise.evaluate(item) : value;
        }
    }

    /** {@code list_append(first, second)}. */
    record ListAppend(SetValue first, SetValue second) implements SetValue {

        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> item) {
            if (first.evaluate(item) instanceof AttributeValue.L a
                    && second.evaluate(item) instanceof AttributeValue.L b) {
                List<AttributeValue> both = new ArrayList<>(a.elements());
                both.addAll(b.elements());
                return new AttributeValue.L(both);
            }
            throw wrongType();
        }

        @Override
        public AttributeType type() {
            return AttributeType.L;
        }
    }

    /** {@code left + right} or {@code left - right}. */
    record Arithmetic(SetValue left, boolean plus, SetValue right) implements SetValue {

        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> item) {
            if (left.evaluate(item) instanceof AttributeValue.N a
                    && right.evaluate(item) instanceof AttributeValue.N b) {
                return new AttributeValue.N(
                        plus ? a.value().plus(b.value()) : a.value().minus(b.value()));
            }
            throw wrongType();
        }

        @Override
        public AttributeType type() {
            return AttributeType.N;
        }
    }

    private static ServiceException wrongType() {
        return ServiceException.validation("An operand in the update expression has an incorrect data type");
    }
}

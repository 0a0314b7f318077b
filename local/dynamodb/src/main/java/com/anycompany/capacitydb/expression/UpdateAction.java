package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.Binary;
import com.anycompany.capacitydb.value.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled action of an update: what it does to one place of the item. */
public sealed interface UpdateAction {

    Path path();

    /** The new value of the place; null removes it. */
    @Nullable
    AttributeValue newValue(Map<String, AttributeValue> item);

    /** {@code SET path = value}. */
    record Assign(Path path, SetValue value) implements UpdateAction {
        @Override
        public AttributeValue newValue(Map<String, AttributeValue> item) {
            return value.evaluate(item);
        }
    }

    /** {@code REMOVE path}. */
    record Remove(Path path) implements UpdateAction {
        @Override
        public @Nullable AttributeValue newValue(Map<String, AttributeValue> item) {
            return null;
        }
    }

    /** {@code ADD path value}: adds to a number or to a set. */
    record Add(Path path, AttributeValue value) implements UpdateAction {
        @Override
        public AttributeValue newValue(Map<String, AttributeValue> item) {
            AttributeValue old = path.find(item);
            if (old == null) {
                return value;
            }
            if (old instanceof AttributeValue.N a && value instanceof AttributeValue.N b) {
                return new AttributeValue.N(a.value().plus(b.value()));
            }
            if (old instanceof AttributeValue.SS a && value instanceof AttributeValue.SS b) {
                return new AttributeValue.SS(union(a.elements(), b.elements()));
            }
            if (old instanceof AttributeValue.NS a && value instanceof AttributeValue.NS b) {
                return new AttributeValue.NS(union(a.elements(), b.elements()));
            }
            if (old instanceof AttributeValue.BS a && value instanceof AttributeValue.BS b) {
                return new AttributeValue.BS(union(a.elements(), b.elements()));
            }
            if (old instanceof AttributeValue.L a && value instanceof AttributeValue.L b) {
                // Only the legacy AttributeUpdates can add lists.
                List<AttributeValue> both = new ArrayList<>(a.elements());
                both.addAll(b.elements());
                return new AttributeValue.L(both);
            }
            throw wrongType();
        }
    }

    /** {@code DELETE path value}: takes elements out of a set. */
    record Delete(Path path, AttributeValue value) implements UpdateAction {
        @Override
        public @Nullable AttributeValue newValue(Map<String, AttributeValue> item) {
            AttributeValue old = path.find(item);
            if (old == null) {
                return null;
            }
            if (old instanceof AttributeValue.SS a && value instanceof AttributeValue.SS b) {
                Set<String> rest = difference(a.elements(), b.elements());
                return rest.isEmpty() ? null : new AttributeValue.SS(rest);
            }
            if (old instanceof AttributeValue.NS a && value instanceof AttributeValue.NS b) {
                Set<Decimal> rest = difference(a.elements(), b.elements());
                return rest.isEmpty() ? null : new AttributeValue.NS(rest);
            }
            if (old instanceof AttributeValue.BS a && value instanceof AttributeValue.BS b) {
                Set<Binary> rest = difference(a.elements(), b.elements());
                return rest.isEmpty() ? null : new AttributeValue.BS(rest);
            }
            throw wrongType();
        }
    }

    private static ServiceException wrongType() {
        return ServiceException.validation("An operand in the update expression has an incorrect data type");
    }

    private static <T> Set<T> union(Set<T> a, Set<T> b) {
        Set<T> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }

    private static <T> Set<T> difference(Set<T> a, Set<T> b) {
        Set<T> rest = new LinkedHashSet<>(a);
        rest.removeAll(b);
        return rest;
    }
}

package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.Decimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiled operand of a condition. */
public sealed interface Operand {

    /** Its value for this item; null if the item has none. */
    @Nullable
    AttributeValue evaluate(Map<String, AttributeValue> item);

    /** The type that it has whatever the item; null if that depends on the item. */
    @Nullable
    AttributeType type();

    /** A value of the request. */
    record Value(AttributeValue value) implements Operand {

        @Override
        public AttributeValue evaluate(Map<String, AttributeValue> item) {
            return value;
        }

        @Override
        public AttributeType type() {
            return value.type();
        }
    }

    /** A place in the item. */
    record Place(Path path) implements Operand {

        @Override
        public @Nullable AttributeValue evaluate(Map<String, AttributeValue> item) {
            return path.find(item);
        }

        @Override
        public @Nullable AttributeType type() {
            return null;
        }
    }

    /** {@code size(…)}: the length of a string or binary, the number of elements of a document or set. */
    record Size(Operand of) implements Operand {

        @Override
        public @Nullable AttributeValue evaluate(Map<String, AttributeValue> item) {
            AttributeValue value = of.evaluate(item);
            int size = value == null ? -1 : size(value);
            return size < 0 ? null : new AttributeValue.N(Decimal.of(size));
        }

        @Override
        public AttributeType type() {
            return AttributeType.N;
        }

        private static int size(AttributeValue value) {
            return switch (value.type()) {
                case S -> ((AttributeValue.S) value).value().length();
                case B -> ((AttributeValue.B) value).value().length();
                case L -> ((AttributeValue.L) value).elements().size();
                case M -> ((AttributeValue.M) value).members().size();
                case SS -> ((AttributeValue.SS) value).elements().size();
                case NS -> ((AttributeValue.NS) value).elements().size();
                case BS -> ((AttributeValue.BS) value).elements().size();
                case N, BOOL, NULL -> -1;
            };
        }
    }
}

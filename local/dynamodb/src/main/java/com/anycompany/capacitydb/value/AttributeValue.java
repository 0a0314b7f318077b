package com.anycompany.capacitydb.value;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Attribute value: immutable, of one of ten types, which are named as in the API. */
public sealed interface AttributeValue {

    AttributeType type();

    /** The bytes that it counts towards the size of its item. */
    int size();

    /** String. */
    record S(String value) implements AttributeValue {

        @Override
        public AttributeType type() {
            return AttributeType.S;
        }

        @Override
        public int size() {
            return Utf8.length(value);
        }
    }

    /** Number. */
    record N(Decimal value) implements AttributeValue {

        @Override
        public AttributeType type() {
            return AttributeType.N;
        }

        @Override
        public int size() {
            return value.storedLength();
        }
    }

    /** Binary. */
    record B(Binary value) implements AttributeValue {

        @Override
        public AttributeType type() {
            return AttributeType.B;
        }

        @Override
        public int size() {
            return value.length();
        }
    }

    /** Boolean. */
    record Bool(boolean value) implements AttributeValue {

        @Override
        public AttributeType type() {
            return AttributeType.BOOL;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** Null. */
    record Null() implements AttributeValue {

        @Override
        public AttributeType type() {
            return AttributeType.NULL;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** List. */
    record L(List<AttributeValue> elements) implements AttributeValue {

        public L {
            elements = List.copyOf(elements);
        }

        @Override
        public AttributeType type() {
            return AttributeType.L;
        }

        @Override
        public int size() {
            int size = Overhead.DOCUMENT;
            for (AttributeValue element : elements) {
                size += element.size() + Overhead.ELEMENT;
            }
            return size;
        }
    }

    /** Map. */
    record M(Map<String, AttributeValue> members) implements AttributeValue {

        public M {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public AttributeType type() {
            return AttributeType.M;
        }

        @Override
        public int size() {
            int size = Overhead.DOCUMENT;
            for (Map.Entry<String, AttributeValue> member : members.entrySet()) {
                size += Utf8.length(member.getKey()) + member.getValue().size() + Overhead.ELEMENT;
            }
            return size;
        }
    }

    /** String set. */
    record SS(Set<String> elements) implements AttributeValue {

        public SS {
            elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
        }

        @Override
        public AttributeType type() {
            return AttributeType.SS;
        }

        @Override
        public int size() {
            return Overhead.sum(elements, Utf8::length);
        }
    }

    /** Number set. */
    record NS(Set<Decimal> elements) implements AttributeValue {

        public NS {
            elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
        }

        @Override
        public AttributeType type() {
            return AttributeType.NS;
        }

        @Override
        public int size() {
            return Overhead.sum(elements, Decimal::storedLength);
        }
    }

    /** Binary set. */
    record BS(Set<Binary> elements) implements AttributeValue {

        public BS {
            elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
        }

        @Override
        public AttributeType type() {
            return AttributeType.BS;
        }

        @Override
        public int size() {
            return Overhead.sum(elements, Binary::length);
        }
    }

    /** What documents take beside their contents. */
    final class Overhead {

        static final int DOCUMENT = 3;
        static final int ELEMENT = 1;

        private Overhead() {}

        private static <T> int sum(Collection<T> elements, ToIntFunction<T> size) {
            return elements.stream().mapToInt(size).sum();
        }
    }
}

package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValue.B;
import com.anycompany.capacitydb.value.AttributeValue.BS;
import com.anycompany.capacitydb.value.AttributeValue.Bool;
import com.anycompany.capacitydb.value.AttributeValue.L;
import com.anycompany.capacitydb.value.AttributeValue.M;
import com.anycompany.capacitydb.value.AttributeValue.N;
import com.anycompany.capacitydb.value.AttributeValue.NS;
import com.anycompany.capacitydb.value.AttributeValue.Null;
import com.anycompany.capacitydb.value.AttributeValue.S;
import com.anycompany.capacitydb.value.AttributeValue.SS;
import com.anycompany.capacitydb.value.Binary;
import com.anycompany.capacitydb.value.Decimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Binary form of attribute values: a byte for the type, then the value. */
final class ValueCodec {

    private static final AttributeType[] TYPES = AttributeType.values();

    private ValueCodec() {}

    static void putMap(Encoder out, Map<String, AttributeValue> map) {
        out.putLength(map.size());
        map.forEach((name, value) -> {
            out.putText(name);
            put(out, value);
        });
    }

    static Map<String, AttributeValue> getMap(Decoder in) {
        int size = in.getLength();
        Map<String, AttributeValue> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            // Names come again in every item.
            map.put(in.getText().intern(), get(in));
        }
        return map;
    }

    static void put(Encoder out, AttributeValue value) {
        out.putByte(value.type().ordinal());
        if (value instanceof S string) {
            out.putText(string.value());
        } else if (value instanceof N number) {
            out.putText(number.value().toString());
        } else if (value instanceof B binary) {
            out.putBytes(binary.value().bytes());
        } else if (value instanceof Bool bool) {
            out.putByte(bool.value() ? 1 : 0);
        } else if (value instanceof L list) {
            putAll(out, list.elements(), element -> put(out, element));
        } else if (value instanceof M map) {
            putMap(out, map.members());
        } else if (value instanceof SS set) {
            putAll(out, set.elements(), out::putText);
        } else if (value instanceof NS set) {
            putAll(out, set.elements(), number -> out.putText(number.toString()));
        } else if (value instanceof BS set) {
            putAll(out, set.elements(), binary -> out.putBytes(binary.bytes()));
        }
    }

    static AttributeValue get(Decoder in) {
        return switch (TYPES[in.getByte()]) {
            case S -> new S(in.getText());
            case N -> new N(Decimal.parse(in.getText()));
            case B -> new B(new Binary(in.getBytes()));
            case BOOL -> new Bool(in.getByte() == 1);
            case NULL -> new Null();
            case L -> new L(getAll(in, () -> get(in)));
            case M -> new M(getMap(in));
            case SS -> new SS(set(getAll(in, in::getText)));
            case NS -> new NS(set(getAll(in, () -> Decimal.parse(in.getText()))));
            case BS -> new BS(set(getAll(in, () -> new Binary(in.getBytes()))));
        };
    }

    private static <T> void putAll(Encoder out, Collection<T> elements, Consumer<T> put) {
        out.putLength(elements.size());
        elements.forEach(put);
    }

    private static <T> List<T> getAll(Decoder in, Supplier<T> get) {
        int size = in.getLength();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(get.get());
        }
        return all;
    }

    private static <T> Set<T> set(List<T> elements) {
        return new LinkedHashSet<>(elements);
    }
}

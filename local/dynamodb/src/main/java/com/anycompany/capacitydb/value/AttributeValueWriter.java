package com.anycompany.capacitydb.value;

import com.anycompany.capacitydb.json.JsonWriter;
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
import java.util.Collection;
import java.util.Map;

/** Writes attribute values as JSON, each an object with one member that is named after its type. */
public final class AttributeValueWriter {

    private AttributeValueWriter() {}

    public static void writeMap(Map<String, AttributeValue> values, JsonWriter json) {
        json.startObject();
        values.forEach((name, value) -> write(value, json.name(name)));
        json.endObject();
    }

    public static void write(AttributeValue value, JsonWriter json) {
        json.startObject().name(value.type().name());
        if (value instanceof S string) {
            json.string(string.value());
        } else if (value instanceof N number) {
            json.string(number.value().toString());
        } else if (value instanceof B binary) {
            json.string(binary.value().toBase64());
        } else if (value instanceof Bool bool) {
            json.bool(bool.value());
        } else if (value instanceof Null) {
            json.bool(true);
        } else if (value instanceof M map) {
            writeMap(map.members(), json);
        } else if (value instanceof L list) {
            json.startArray();
            list.elements().forEach(element -> write(element, json));
            json.endArray();
        } else {
            writeSet(elements(value), json);
        }
        json.endObject();
    }

    private static Collection<?> elements(AttributeValue set) {
        if (set instanceof SS strings) {
            return strings.elements();
        }
        return set instanceof NS numbers ? numbers.elements() : ((BS) set).elements();
    }

    private static void writeSet(Collection<?> elements, JsonWriter json) {
        json.startArray();
        elements.forEach(element -> json.string(element.toString()));
        json.endArray();
    }
}

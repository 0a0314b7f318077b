package com.anycompany.xray.local.protocol;

import com.anycompany.xray.local.json.Json;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Operation output: a JSON object with its members in order. A null member is written as null, as AWS does. */
public final class Output {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private byte @Nullable [] written;

    /** An output that has been serialised already. */
    public static Output written(byte[] json) {
        Output output = new Output();
        output.written = json;
        return output;
    }

    public Output put(String name, @Nullable Object value) {
        members.put(name, value instanceof Output output ? output.members : value);
        return this;
    }

    /** A list with one object per element. */
    public <T> Output put(String name, Collection<T> elements, Function<T, Output> toObject) {
        List<@Nullable Object> list = new ArrayList<>(elements.size());
        elements.forEach(element -> list.add(toObject.apply(element).members));
        members.put(name, list);
        return this;
    }

    /**
     * The same for a long list: each object is made when it is written, and isn't kept. Neither the elements nor what the
     * function reads may change until then.
     */
    public <T> Output putStream(String name, List<T> elements, Function<T, Output> toObject) {
        members.put(name, new AbstractList<Object>() {
            @Override
            public Object get(int index) {
                return toObject.apply(elements.get(index)).members;
            }

            @Override
            public int size() {
                return elements.size();
            }
        });
        return this;
    }

    public byte[] json() {
        return written == null ? Json.bytes(members) : written;
    }

    /** A timestamp member: seconds since the epoch. */
    public static double seconds(long millis) {
        return millis / 1000.0;
    }
}

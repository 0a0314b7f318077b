package com.anycompany.xray.local.otlp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a segment document under construction; what is absent isn't written. */
final class Block {

    private final Map<String, Object> members = new LinkedHashMap<>();

    Block put(String name, @Nullable Object value) {
        boolean empty = value == null
                || value.equals("")
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof Iterable<?> list && !list.iterator().hasNext();
        if (value != null && !empty) {
            members.put(name, value);
        }
        return this;
    }

    /** A number that isn't there is 0 in OpenTelemetry's attributes. */
    Block putNumber(String name, long value) {
        return value == 0 ? this : put(name, value);
    }

    Block flag(String name, boolean value) {
        return value ? put(name, true) : this;
    }

    Block put(String name, Block block) {
        return put(name, block.members());
    }

    Map<String, Object> members() {
        return members;
    }
}

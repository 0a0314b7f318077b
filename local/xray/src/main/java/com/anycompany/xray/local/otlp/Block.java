package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.DocumentField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builder for a JSON object, of a segment document above all; what is absent isn't written. */
final class Block {

    private final Map<String, Object> members = new LinkedHashMap<>();

    Block put(DocumentField field, @Nullable Object value) {
        return put(field.fieldName(), value);
    }

    /** A member that X-Ray Local doesn't understand, or that isn't part of a segment document. */
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
    Block putNumber(DocumentField field, long value) {
        return putNumber(field.fieldName(), value);
    }

    Block putNumber(String name, long value) {
        return value == 0 ? this : put(name, value);
    }

    Block flag(DocumentField field, boolean value) {
        return flag(field.fieldName(), value);
    }

    Block flag(String name, boolean value) {
        return value ? put(name, true) : this;
    }

    Block put(DocumentField field, Block block) {
        return put(field.fieldName(), block.members());
    }

    Block put(String name, Block block) {
        return put(name, block.members());
    }

    Map<String, Object> members() {
        return members;
    }
}

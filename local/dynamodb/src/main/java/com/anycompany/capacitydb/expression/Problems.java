package com.anycompany.capacitydb.expression;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression: the first problem of each kind. AWS reports one of them, by kind and not by place, which
 * the order of the enum tells.
 */
final class Problems<K extends Enum<K>> {

    private final Map<K, String> first;

    Problems(Class<K> kinds) {
        this.first = new EnumMap<>(kinds);
    }

    void add(K kind, String message) {
        first.putIfAbsent(kind, message);
    }

    boolean has(K kind) {
        return first.containsKey(kind);
    }

    /** The one to report; null if there is none. */
    @Nullable
    String worst() {
        return first.isEmpty() ? null : first.values().iterator().next();
    }
}

package com.anycompany.capacitydb.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps the parse trees of the texts that were used last. */
final class ParsedCache<T> {

    private static final int MAX = 256;

    private final Map<String, T> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MAX;
        }
    };

    /** The parse tree of this text; what {@code parse} throws isn't kept. */
    T get(String text, Function<String, T> parse) {
        synchronized (parsed) {
            T known = parsed.get(text);
            if (known != null) {
                return known;
            }
        }
        T tree = parse.apply(text);
        synchronized (parsed) {
            parsed.put(text, tree);
        }
        return tree;
    }
}

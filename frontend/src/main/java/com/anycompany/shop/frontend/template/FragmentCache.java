package com.anycompany.shop.frontend.template;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * LRU cache of rendered fragments, bounded by their characters. The key is the template and the model that it shows, by value: a
 * changed price is another model, so no page shows an old one (docs/adr/055-fast-storefront.md).
 */
final class FragmentCache {

    /** What an entry costs beside its text, in characters, roughly: the objects of its model. */
    private static final int OVERHEAD = 2_000;

    private final long maxCharacters;
    private final Map<Key, String> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** @param maxCharacters of all fragments; 0 keeps none */
    FragmentCache(long maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    private record Key(String template, Object model) {}

    /** The fragment of this template and model; it is rendered if it isn't known. */
    String get(String template, Object model, Supplier<String> rendering) {
        Key key = new Key(template, model);
        synchronized (this) {
            String known = entries.get(key);
            if (known != null) {
                return known;
            }
        }
        String rendered = rendering.get();
        put(key, rendered);
        return rendered;
    }

    private synchronized void put(Key key, String rendered) {
        String before = entries.put(key, rendered);
        characters += size(rendered) - (before == null ? 0 : size(before));
        Iterator<String> eldest = entries.values().iterator();
        while (characters > maxCharacters) {
            characters -= size(eldest.next());
            eldest.remove();
        }
    }

    private static long size(String rendered) {
        return rendered.length() + OVERHEAD;
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized long characters() {
        return characters;
    }
}

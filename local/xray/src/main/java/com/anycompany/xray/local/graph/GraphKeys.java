package com.anycompany.xray.local.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Interned keys: an observation stores a key's number, in four bytes. Numbers are reference-counted and reused. */
final class GraphKeys {

    private final Map<GraphKey, Integer> numbers = new HashMap<>();
    private final List<@Nullable GraphKey> keys = new ArrayList<>();
    private int[] uses = new int[64];
    private final List<Integer> free = new ArrayList<>();

    /** The number of a key, with one more reference. */
    int use(GraphKey key) {
        Integer known = numbers.get(key);
        int number = known == null ? assign(key) : known;
        uses[number]++;
        return number;
    }

    void release(int number) {
        if (--uses[number] == 0) {
            numbers.remove(keys.set(number, null));
            free.add(number);
        }
    }

    private int assign(GraphKey key) {
        int number;
        if (free.isEmpty()) {
            number = keys.size();
            keys.add(key);
            uses = number < uses.length ? uses : Arrays.copyOf(uses, uses.length * 2);
        } else {
            number = free.remove(free.size() - 1);
            keys.set(number, key);
        }
        numbers.put(key, number);
        return number;
    }

    GraphKey key(int number) {
        GraphKey key = keys.get(number);
        if (key == null) {
            throw new IllegalStateException("graph key " + number + " was released while in use");
        }
        return key;
    }

    /** More than any number that is in use. */
    int capacity() {
        return keys.size();
    }

    int size() {
        return numbers.size();
    }
}

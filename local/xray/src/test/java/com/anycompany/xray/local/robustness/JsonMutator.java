package com.anycompany.xray.local.robustness;

import com.anycompany.xray.local.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.core.JacksonException;

/**
 * Spoils JSON by its structure: members left out, doubled, of another type, out of range, in the wrong place; so most of
 * it gets past the parser, to what reads the tree. One in five is spoilt byte by byte, too.
 */
final class JsonMutator implements Mutator {

    private static final int MAX_WEIGHT = 50_000;

    private final Random random;
    private final List<byte[]> seeds;
    private final ByteMutator bytes;

    JsonMutator(Random random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
        this.bytes = new ByteMutator(random, seeds);
    }

    @Override
    public byte[] next() {
        Object tree = Json.read(any());
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            spoil(tree);
            if (weight(tree, 0) > MAX_WEIGHT) {
                return next();
            }
        }
        byte[] json = Json.bytes(tree);
        return random.nextInt(5) == 0 ? bytes.spoilt(json) : json;
    }

    /** How many values there are in it, or a few more than may be: copies of copies are soon too many for any memory. */
    private static int weight(Object value, int before) {
        int weight = before + 1;
        if (value instanceof Map || value instanceof List) {
            for (Object inner : values(value)) {
                weight = weight > MAX_WEIGHT ? weight : weight(inner, weight);
            }
        }
        return weight;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    /** A place somewhere in the tree, the upper ones more often. */
    private Object somewhere(Object tree) {
        Object place = tree;
        while (random.nextInt(4) != 0) {
            List<Object> inner = values(place).stream()
                    .filter(value -> value instanceof Map || value instanceof List)
                    .toList();
            if (inner.isEmpty()) {
                return place;
            }
            place = inner.get(random.nextInt(inner.size()));
        }
        return place;
    }

    private static List<Object> values(Object container) {
        return container instanceof Map<?, ?> object
                ? new ArrayList<>(object.values())
                : new ArrayList<>((List<?>) container);
    }

    @SuppressWarnings("unchecked")
    private void spoil(Object tree) {
        Object place = somewhere(tree);
        if (place instanceof Map<?, ?> object) {
            spoilObject((Map<String, Object>) object, tree);
        } else {
            spoilArray((List<Object>) place, tree);
        }
    }

    private void spoilObject(Map<String, Object> object, Object tree) {
        if (object.isEmpty()) {
            object.put("odd", OddValues.any(random));
            return;
        }
        List<String> names = new ArrayList<>(object.keySet());
        String name = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.put(other, object.get(name));
            case 2 -> object.put(name, elsewhere(tree));
            case 3 -> object.put(name, retyped(object.get(name)));
            case 4 -> object.put(name + "x", object.remove(name));
            case 5 -> {
                Collections.shuffle(names, random);
                names.forEach(each -> object.put(each, object.remove(each)));
            }
            default -> object.put(name, OddValues.any(random));
        }
    }

    private void spoilArray(List<Object> array, Object tree) {
        Object element = array.isEmpty() ? OddValues.any(random) : array.get(random.nextInt(array.size()));
        switch (random.nextInt(6)) {
            case 0 -> array.clear();
            case 1 -> array.addAll(Collections.nCopies(random.nextInt(60), copy(element)));
            case 2 -> array.add(0, elsewhere(tree));
            case 3 -> Collections.shuffle(array, random);
            case 4 -> array.remove(element);
            default -> array.add(random.nextInt(array.size() + 1), OddValues.any(random));
        }
    }

    /** A copy of some part of this tree or another, so that no tree contains itself. */
    private Object elsewhere(Object tree) {
        return copy(somewhere(random.nextBoolean() ? tree : Json.read(any())));
    }

    private Object copy(Object value) {
        try {
            return Json.read(Json.bytes(value));
        } catch (JacksonException e) {
            return "deeper than can be read";
        }
    }

    private static Object retyped(Object value) {
        if (value instanceof String text) {
            return OddValues.list(text);
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value instanceof List<?> list ? new LinkedHashMap<>(Map.of("list", list)) : String.valueOf(value);
    }
}

package com.anycompany.capacitydb.property;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a table must contain: items by partition key and sort key, with numbers, strings, sets and lists as attributes. */
final class Model {

    /** Place of an item. */
    record Key(String partition, int sort) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = partition.compareTo(other.partition);
            return order == 0 ? Integer.compare(sort, other.sort) : order;
        }
    }

    /** Condition in the language of the API, and what it means. */
    record Condition(String text, Predicate<Map<String, Object>> holds) {}

    /** Update in the language of the API, and what it does; it returns false if the engine must refuse it. */
    record Update(String text, Effect effect) {}

    /** Changes an item. */
    interface Effect {
        boolean apply(Map<String, Object> item);
    }

    final Map<Key, Map<String, Object>> items = new TreeMap<>();

    void put(Key key, Map<String, Object> attributes) {
        items.put(key, attributes);
    }

    Map<String, Object> attributes(Key key) {
        return items.getOrDefault(key, Map.of());
    }

    /** A condition of random shape. */
    static Condition condition(Randomness random, int depth) {
        if (depth > 0 && random.chance(0.5)) {
            Condition left = condition(random, depth - 1);
            Condition right = condition(random, depth - 1);
            return switch (random.below(3)) {
                case 0 -> new Condition("(" + left.text + ") AND (" + right.text + ")", left.holds.and(right.holds));
                case 1 -> new Condition("(" + left.text + ") OR (" + right.text + ")", left.holds.or(right.holds));
                default -> new Condition("NOT (" + left.text + ")", left.holds.negate());
            };
        }
        int n = random.below(5);
        return switch (random.below(9)) {
            case 0 -> new Condition("attribute_exists(a)", item -> item.containsKey("a"));
            case 1 -> new Condition("attribute_not_exists(b)", item -> !item.containsKey("b"));
            case 2 -> new Condition("a = :n" + n, item -> isNumber(item, "a", order -> order == 0, n));
            case 3 -> new Condition("a <> :n" + n, item -> !isNumber(item, "a", order -> order == 0, n));
            case 4 -> new Condition("a < :n" + n, item -> isNumber(item, "a", order -> order < 0, n));
            case 5 ->
                new Condition(
                        "a BETWEEN :n" + n + " AND :n4",
                        item -> isNumber(item, "a", order -> order >= 0, n)
                                && isNumber(item, "a", order -> order <= 0, 4));
            case 6 ->
                new Condition(
                        "contains(c, :s" + n + ")",
                        item -> item.get("c") instanceof TreeSet<?> set && set.contains("s" + n));
            case 7 ->
                new Condition(
                        "begins_with(b, :s" + n + ")",
                        item -> item.get("b") instanceof String text && text.startsWith("s" + n));
            default ->
                new Condition("size(l) >= :n" + n, item -> item.get("l") instanceof List<?> list && list.size() >= n);
        };
    }

    private static boolean isNumber(
            Map<String, Object> item, String name, java.util.function.IntPredicate order, int than) {
        return item.get(name) instanceof BigDecimal number && order.test(number.compareTo(BigDecimal.valueOf(than)));
    }

    /** An update of one attribute. */
    static Update update(Randomness random) {
        int n = random.below(5);
        return switch (random.below(9)) {
            case 0 -> new Update("SET a = :n" + n, item -> set(item, "a", BigDecimal.valueOf(n)));
            case 1 -> new Update("SET a = if_not_exists(a, :n0) + :n" + n, item -> add(item, n));
            case 2 -> new Update("SET a = a - :n" + n, item -> item.containsKey("a") && add(item, -n));
            case 3 -> new Update("ADD a :n" + n, item -> add(item, n));
            case 4 -> new Update("SET b = :s" + n, item -> set(item, "b", "s" + n));
            case 5 ->
                new Update("REMOVE b", item -> {
                    item.remove("b");
                    return true;
                });
            case 6 ->
                new Update("ADD c :c" + n, item -> {
                    TreeSet<String> set = elements(item);
                    set.add("s" + n);
                    return set(item, "c", set);
                });
            case 7 ->
                new Update("DELETE c :c" + n, item -> {
                    TreeSet<String> set = elements(item);
                    set.remove("s" + n);
                    return set.isEmpty() ? item.remove("c") != null || true : set(item, "c", set);
                });
            default ->
                new Update("SET l = list_append(if_not_exists(l, :l), :l" + n + ")", item -> {
                    List<Object> list = new ArrayList<>(item.get("l") instanceof List<?> old ? old : List.of());
                    list.add("s" + n);
                    return set(item, "l", list);
                });
        };
    }

    private static boolean set(Map<String, Object> item, String name, Object value) {
        item.put(name, Objects.requireNonNull(value));
        return true;
    }

    private static boolean add(Map<String, Object> item, int n) {
        BigDecimal old = item.get("a") instanceof BigDecimal number ? number : BigDecimal.ZERO;
        return set(item, "a", old.add(BigDecimal.valueOf(n)));
    }

    private static TreeSet<String> elements(Map<String, Object> item) {
        TreeSet<String> elements = new TreeSet<>();
        if (item.get("c") instanceof TreeSet<?> old) {
            old.forEach(element -> elements.add((String) element));
        }
        return elements;
    }
}

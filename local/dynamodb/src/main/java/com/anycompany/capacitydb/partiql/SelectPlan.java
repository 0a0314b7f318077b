package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.ConditionPaths;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.item.KeyRange;
import com.anycompany.capacitydb.item.KeyTest;
import com.anycompany.capacitydb.item.PageRequest;
import com.anycompany.capacitydb.item.PageRequest.Range;
import com.anycompany.capacitydb.item.PageRequest.Selection;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans a SELECT: a range of one partition if its WHERE clause names one, else all items. */
final class SelectPlan {

    private final Statement.Select select;
    private final TableDefinition table;
    private final @Nullable IndexDefinition index;

    SelectPlan(Statement.Select select, TableDefinition table) {
        this.select = select;
        this.table = table;
        String name = select.index();
        this.index = name == null
                ? null
                : table.index(name)
                        .orElseThrow(() -> ServiceException.validation("The table does not have the specified index"));
        if (index != null) {
            checkKeys(index);
        }
    }

    /** Keys of several attributes are for queries only. */
    static void checkKeys(IndexDefinition index) {
        if (index.keys().hash().size() > 1 || index.keys().range().size() > 1) {
            throw ServiceException.validation(
                    "PartiQL statements cannot be executed on tables with multi-attribute HASH "
                            + "keys or multi-attribute RANGE keys.");
        }
    }

    /**
     * The page to read.
     *
     * @param start where an earlier page ended; null for the first
     */
    PageRequest page(boolean consistent, int limit, @Nullable Map<String, AttributeValue> start) {
        if (index != null && index.global() && consistent) {
            throw ServiceException.validation("Strongly consistent read is not supported on Global Secondary Indexes");
        }
        KeySchema keys = index == null ? table.keys() : index.keys();
        WhereClause where = new WhereClause(select.where());
        checkOrder(keys, where);
        ItemKey startKey = startKey(start);
        List<Range> ranges = where.hasHashKey(keys)
                ? ranges(keys, where.takeRanges(keys), startKey)
                : List.of(new Range(startKey, null, true));
        Condition filter = where.rest();
        return new PageRequest(index, ranges, limit, filter, selection(filter), ReadCost.of(consistent));
    }

    /** The ranges, of which those before the start are done. */
    private List<Range> ranges(KeySchema keys, List<Map<String, KeyTest>> wanted, @Nullable ItemKey start) {
        List<Map<String, KeyTest>> tests = ordered(keys, wanted);
        if (start == null) {
            return tests.stream()
                    .map(test -> KeyRange.of(keys, test, forward(keys), null))
                    .toList();
        }
        int first = 0;
        while (first < tests.size() - 1 && !contains(KeyRange.of(keys, tests.get(first), true, null), start)) {
            first++;
        }
        List<Range> ranges = new ArrayList<>();
        ranges.add(KeyRange.of(keys, tests.get(first), forward(keys), start));
        tests.subList(first + 1, tests.size())
                .forEach(test -> ranges.add(KeyRange.of(keys, test, forward(keys), null)));
        return ranges;
    }

    private static boolean contains(Range range, ItemKey place) {
        return (range.from() == null || place.compareTo(range.from()) > 0)
                && (range.to() == null || place.compareTo(range.to()) < 0);
    }

    /** Several ranges come in the order of their partition keys and sort keys, if the statement orders them. */
    private List<Map<String, KeyTest>> ordered(KeySchema keys, List<Map<String, KeyTest>> wanted) {
        if (select.order().isEmpty() || wanted.size() < 2) {
            return wanted;
        }
        List<Map<String, KeyTest>> ordered = new ArrayList<>(wanted);
        for (int i = select.order().size() - 1; i >= 0; i--) {
            Statement.Order order = select.order().get(i);
            Comparator<Map<String, KeyTest>> byValue =
                    Comparator.comparing(test -> first(test, order.attribute()), SelectPlan::compare);
            ordered.sort(order.descending() ? byValue.reversed() : byValue);
        }
        return ordered;
    }

    private static Optional<AttributeValue> first(Map<String, KeyTest> tests, String attribute) {
        KeyTest test = tests.get(attribute);
        return test == null || !test.isEquality()
                ? Optional.empty()
                : Optional.of(test.values().get(0));
    }

    private static int compare(Optional<AttributeValue> a, Optional<AttributeValue> b) {
        return a.isEmpty() || b.isEmpty() || !ValueOrder.isComparable(a.get(), b.get())
                ? 0
                : ValueOrder.compare(a.get(), b.get());
    }

    private @Nullable ItemKey startKey(@Nullable Map<String, AttributeValue> start) {
        if (start == null) {
            return null;
        }
        ItemKey key = index == null ? table.keyOf(start) : index.keyOf(start);
        if (key == null) {
            throw ServiceException.validation("Given NextToken is invalid for the statement");
        }
        return key;
    }

    /** The order of the sort key, which is that of the partition key if the statement names only that. */
    private boolean forward(KeySchema keys) {
        return select.order().stream()
                .filter(order ->
                        keys.hash().stream().noneMatch(hash -> hash.name().equals(order.attribute())))
                .findFirst()
                .map(order -> !order.descending())
                .orElseGet(() -> select.order().stream().noneMatch(Statement.Order::descending));
    }

    private void checkOrder(KeySchema keys, WhereClause where) {
        if (select.order().isEmpty()) {
            return;
        }
        if (select.where() == null) {
            throw ServiceException.validation("Must have WHERE clause in the statement when using ORDER BY clause.");
        }
        if (!where.hasHashKey(keys)) {
            throw ServiceException.validation("Must have at least one non-optional hash key condition in WHERE clause "
                    + "when using ORDER BY clause.");
        }
        for (Statement.Order order : select.order()) {
            if (!keys.contains(order.attribute())) {
                throw ServiceException.validation("Variable reference " + order.attribute()
                        + " in ORDER BY clause must be part of the primary key");
            }
        }
    }

    private Selection selection(@Nullable Condition filter) {
        List<Path> paths = select.paths();
        boolean all = paths == null;
        if (index == null) {
            return new Selection(false, null, false);
        }
        checkFilter(index, filter);
        Set<String> wanted = new LinkedHashSet<>();
        if (paths != null) {
            paths.forEach(path -> wanted.add(path.attribute()));
        }
        boolean covered = index.covers(wanted);
        if (!covered && index.global()) {
            wanted.removeIf(name -> index.covers(Set.of(name)));
            throw ServiceException.invalidParameter(
                    "Global secondary index " + index.name() + " does not project " + wanted);
        }
        return new Selection(false, null, !all && !covered);
    }

    private static void checkFilter(IndexDefinition index, @Nullable Condition filter) {
        if (filter == null) {
            return;
        }
        Set<String> missing = new LinkedHashSet<>();
        for (Path path : ConditionPaths.of(filter)) {
            if (!index.covers(Set.of(path.attribute()))) {
                missing.add(path.attribute());
            }
        }
        if (!missing.isEmpty()) {
            throw ServiceException.invalidParameter(
                    "Secondary index " + index.name() + " does not project one or more filter attributes: " + missing);
        }
    }
}

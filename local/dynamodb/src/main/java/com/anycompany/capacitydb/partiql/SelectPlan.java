package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.ConditionPaths;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.item.KeyRange;
import com.anycompany.capacitydb.item.PageRequest;
import com.anycompany.capacitydb.item.PageRequest.Range;
import com.anycompany.capacitydb.item.PageRequest.Selection;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Range range = where.hasHashKey(keys)
                ? KeyRange.of(keys, where.takeRange(keys), forward(), startKey)
                : new Range(startKey, null, true);
        Condition filter = where.rest();
        return new PageRequest(index, range, limit, filter, selection(filter), ReadCost.of(consistent));
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

    private boolean forward() {
        return select.order().stream().noneMatch(Statement.Order::descending);
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

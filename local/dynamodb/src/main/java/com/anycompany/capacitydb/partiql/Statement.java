package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.Update;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiled statement: all parameters replaced. */
sealed interface Statement {

    String table();

    /**
     * Reads items.
     *
     * @param index null for the table itself
     * @param paths what of each item; null for all
     * @param where null for all items
     * @param order by which attributes; empty if not at all
     */
    record Select(
            String table,
            @Nullable String index,
            @Nullable List<Path> paths,
            @Nullable Condition where,
            List<Order> order)
            implements Statement {}

    /** Attribute that orders items. */
    record Order(String attribute, boolean descending) {}

    /** Inserts an item that mustn't exist. */
    record Insert(String table, Map<String, AttributeValue> item) implements Statement {}

    /** Updates an item that must exist. */
    record Change(String table, Update update, @Nullable Condition where, Returning returning) implements Statement {}

    /** Deletes an item. */
    record Delete(String table, @Nullable Condition where, Returning returning) implements Statement {}

    /** Requires, in a transaction, that the item exists. */
    record Exists(Select select) implements Statement {

        @Override
        public String table() {
            return select.table();
        }
    }

    default boolean isRead() {
        return this instanceof Select;
    }

    default Returning returned() {
        if (this instanceof Change change) {
            return change.returning();
        }
        return this instanceof Delete delete ? delete.returning() : Returning.NOTHING;
    }
}

package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.Projection;
import com.anycompany.capacitydb.item.ItemReader;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.item.ItemWriter;
import com.anycompany.capacitydb.item.Page;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses statements and performs them one by one. */
public final class Statements {

    private final Database database;
    private final ItemReader reader;
    private final ItemWriter writer;

    public Statements(Database database, ItemReader reader, ItemWriter writer) {
        this.database = database;
        this.reader = reader;
        this.writer = writer;
    }

    /** The statement of a request's {@code Statement} and {@code Parameters}. */
    static Statement parse(JsonObject json) {
        return StatementParser.parse(json.text("Statement"), parameters(json));
    }

    static List<AttributeValue> parameters(JsonObject json) {
        AttributeValueReader values = new AttributeValueReader(Wording.OLDER);
        return json.objects("Parameters").stream().map(values::read).toList();
    }

    TableDefinition table(Statement statement) {
        return database.read(tables -> tables.get(statement.table()).definition());
    }

    /** Whether its WHERE clause is the key of one item, and nothing else. */
    boolean namesOneItem(Statement.Select select) {
        TableDefinition table = table(select);
        if (select.index() != null) {
            table.index(select.index()).ifPresent(SelectPlan::checkKeys);
        }
        KeySchema keys = table.keys();
        WhereClause where = new WhereClause(select.where());
        if (!where.hasWholeKey(keys)) {
            return false;
        }
        where.takeKey(keys);
        return where.rest() == null;
    }

    Page select(Statement.Select select, boolean consistent, int limit, @Nullable Map<String, AttributeValue> start) {
        Page page = reader.page(select.table(), table -> new SelectPlan(select, table).page(consistent, limit, start));
        return new Page(
                page.items().stream()
                        .map(item -> SelectedPaths.of(select.paths(), item))
                        .toList(),
                page.count(),
                page.scanned(),
                page.last(),
                page.consumption());
    }

    Written write(Statement statement, boolean returnsItemOnFailure) {
        return writer.write(itemWrite(statement, returnsItemOnFailure));
    }

    /** The write of an item that a statement, which isn't a SELECT, describes. */
    ItemWrite itemWrite(Statement statement, boolean returnsItemOnFailure) {
        if (statement instanceof Statement.Insert insert) {
            return new ItemWrite.Insert(insert.table(), insert.item());
        }
        TableDefinition table = table(statement);
        if (statement instanceof Statement.Change change) {
            WhereClause where = new WhereClause(change.where());
            Map<String, AttributeValue> key = where.takeKey(table.keys());
            return new ItemWrite.Change(
                    change.table(), key, change.update(), existing(table, where.rest()), returnsItemOnFailure);
        }
        if (statement instanceof Statement.Delete delete) {
            WhereClause where = new WhereClause(delete.where());
            Map<String, AttributeValue> key = where.takeKey(table.keys());
            return new ItemWrite.Delete(delete.table(), key, where.rest(), returnsItemOnFailure);
        }
        if (statement instanceof Statement.Exists exists) {
            return check(table, exists, returnsItemOnFailure);
        }
        throw new IllegalArgumentException("a SELECT writes nothing");
    }

    private static ItemWrite check(TableDefinition table, Statement.Exists exists, boolean returnsItemOnFailure) {
        WhereClause where = new WhereClause(exists.select().where());
        Condition rest = null;
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        if (where.hasWholeKey(table.keys())) {
            key.putAll(where.takeKey(table.keys()));
            rest = where.rest();
        }
        if (rest == null) {
            throw ServiceException.validation("EXISTS() must contain a single item read with additional condition");
        }
        return new ItemWrite.Check(exists.table(), key, rest, returnsItemOnFailure);
    }

    /** An update doesn't create the item. */
    private static Condition existing(TableDefinition table, @Nullable Condition rest) {
        Condition exists =
                new Condition.Exists(Path.of(table.keys().hash().get(0).name()));
        return rest == null ? exists : new Condition.And(exists, rest);
    }

    /** What a write returns of its item; null for nothing. */
    static @Nullable Map<String, AttributeValue> returned(Statement statement, Written written) {
        return switch (statement.returned()) {
            case NOTHING -> null;
            case ALL_OLD -> attributes(written.old());
            case ALL_NEW -> attributes(written.current());
            case MODIFIED_OLD -> modified(statement, written.old());
            case MODIFIED_NEW -> modified(statement, written.current());
        };
    }

    private static @Nullable Map<String, AttributeValue> attributes(@Nullable Item item) {
        return item == null ? null : item.attributes();
    }

    private static @Nullable Map<String, AttributeValue> modified(Statement statement, @Nullable Item item) {
        return item == null || !(statement instanceof Statement.Change change)
                ? null
                : new Projection(change.update().paths()).of(item.attributes());
    }
}

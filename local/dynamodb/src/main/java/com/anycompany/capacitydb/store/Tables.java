package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.table.TableDefinition;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All tables, by name and by id. */
public final class Tables {

    private final NavigableMap<String, Table> byName = new TreeMap<>();
    private final Map<String, Table> byId = new HashMap<>();

    Tables() {}

    /** The table with this name or ARN, which must exist. */
    public Table get(String nameOrArn) {
        Table table = find(nameOrArn);
        if (table == null) {
            throw ServiceException.notFound();
        }
        return table;
    }

    public @Nullable Table find(String nameOrArn) {
        return byName.get(TableDefinition.nameOf(nameOrArn));
    }

    public NavigableMap<String, Table> all() {
        return Collections.unmodifiableNavigableMap(byName);
    }

    Collection<Table> values() {
        return byName.values();
    }

    @Nullable
    Table withId(String id) {
        return byId.get(id);
    }

    void put(TableDefinition definition) {
        Table known = byId.get(definition.id());
        if (known == null) {
            Table created = new Table(definition);
            byId.put(definition.id(), created);
            byName.put(definition.name(), created);
        } else {
            known.redefine(definition);
        }
    }

    void drop(String id) {
        Table dropped = byId.remove(id);
        if (dropped != null) {
            byName.remove(dropped.definition().name());
        }
    }
}

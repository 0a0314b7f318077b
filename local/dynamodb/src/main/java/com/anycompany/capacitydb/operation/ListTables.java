package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.shape.Whole;
import com.anycompany.capacitydb.store.Database;
import java.util.List;

/** Lists the names of the tables in pages. */
public final class ListTables implements Operation {

    private static final int MAX = 100;

    private final Database database;

    public ListTables(Database database) {
        this.database = database;
    }

    @Override
    public Structure input() {
        return new Structure("ListTablesInput")
                .optional("ExclusiveStartTableName", Text.name())
                .optional("Limit", Whole.integer(1, MAX));
    }

    @Override
    public Answer perform(JsonObject request) {
        String start = request.string("ExclusiveStartTableName");
        Long limit = request.number("Limit");
        int max = limit == null ? MAX : limit.intValue();
        List<String> names = database.read(
                tables -> (start == null ? tables.all() : tables.all().tailMap(start, false))
                        .keySet().stream().limit(max + 1L).toList());
        List<String> page = names.subList(0, Math.min(max, names.size()));
        return json -> {
            json.name("TableNames").startArray();
            page.forEach(json::string);
            json.endArray();
            if (names.size() > max) {
                json.name("LastEvaluatedTableName").string(page.get(max - 1));
            }
        };
    }
}

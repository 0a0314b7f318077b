package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.table.TableDefinition;

/** Deletes a table with all its items. */
public final class DeleteTable implements Operation {

    private final Database database;
    private final Capacity capacity;

    public DeleteTable(Database database, Capacity capacity) {
        this.database = database;
        this.capacity = capacity;
    }

    @Override
    public Structure input() {
        return new Structure("DeleteTableInput").required("TableName", RequestShapes.MANAGED_TABLE);
    }

    @Override
    public Answer perform(JsonObject request) {
        TableDefinition deleted = database.write(batch -> {
            TableDefinition table = DescribeTable.find(batch.tables(), request.text("TableName"))
                    .definition();
            if (table.settings().deletionProtected()) {
                throw ServiceException.validation("Resource cannot be deleted as it is currently protected against "
                        + "deletion. Disable deletion protection first.");
            }
            batch.dropTable(table);
            return table;
        });
        capacity.forget(deleted);
        return json -> new TableDescription(deleted, "DELETING").write("TableDescription", json);
    }
}

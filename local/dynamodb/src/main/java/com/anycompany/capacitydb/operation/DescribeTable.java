package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.Tables;

/** Describes a table. */
public final class DescribeTable implements Operation {

    private final Database database;

    public DescribeTable(Database database) {
        this.database = database;
    }

    @Override
    public Structure input() {
        return new Structure("DescribeTableInput").required("TableName", RequestShapes.MANAGED_TABLE);
    }

    @Override
    public Answer perform(JsonObject request) {
        TableDescription description =
                database.read(tables -> TableDescription.of(find(tables, request.text("TableName")), "ACTIVE"));
        return json -> description.write("Table", json);
    }

    /** The table, in the words that operations on tables have for one that doesn't exist. */
    static Table find(Tables tables, String name) {
        Table table = tables.find(name);
        if (table == null) {
            throw new ServiceException(
                    ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found: Table: " + name + " not found");
        }
        return table;
    }
}

package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.table.TableSettings;

/** Tells the attribute that says when an item expires. */
public final class DescribeTimeToLive implements Operation {

    private final Database database;

    public DescribeTimeToLive(Database database) {
        this.database = database;
    }

    @Override
    public Structure input() {
        return new Structure("DescribeTimeToLiveInput").required("TableName", RequestShapes.MANAGED_TABLE);
    }

    @Override
    public Answer perform(JsonObject request) {
        TableSettings settings = database.read(tables -> DescribeTable.find(tables, request.text("TableName"))
                .definition()
                .settings());
        String attribute = settings.timeToLive();
        return json -> {
            json.name("TimeToLiveDescription").startObject();
            json.name("TimeToLiveStatus").string(attribute == null ? "DISABLED" : "ENABLED");
            if (attribute != null) {
                json.name("AttributeName").string(attribute);
            }
            json.endObject();
        };
    }
}

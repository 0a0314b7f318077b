package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.table.TableDefinition;

/** Sets or unsets the attribute that says when an item expires. */
public final class UpdateTimeToLive implements Operation {

    private final Database database;

    public UpdateTimeToLive(Database database) {
        this.database = database;
    }

    @Override
    public Structure input() {
        return new Structure("UpdateTimeToLiveInput")
                .required("TableName", RequestShapes.MANAGED_TABLE)
                .required(
                        "TimeToLiveSpecification",
                        new Structure("TimeToLiveSpecification")
                                .required("Enabled", new Flag())
                                .required("AttributeName", Text.length(1, 255)));
    }

    @Override
    public Answer perform(JsonObject request) {
        JsonObject specification = request.objectOrEmpty("TimeToLiveSpecification");
        boolean enable = specification.isTrue("Enabled");
        String attribute = specification.text("AttributeName");
        return database.write(batch -> {
            TableDefinition table = DescribeTable.find(batch.tables(), request.text("TableName"))
                    .definition();
            String current = table.settings().timeToLive();
            if (enable && current != null) {
                throw ServiceException.validation(
                        current.equals(attribute)
                                ? "TimeToLive is already enabled"
                                : "TimeToLive is active on a different AttributeName: current AttributeName is "
                                        + current);
            }
            if (!enable && current == null) {
                throw ServiceException.validation("TimeToLive is already disabled");
            }
            if (!enable && !attribute.equals(current)) {
                throw ServiceException.validation(
                        "TimeToLive is active on a different AttributeName: current AttributeName is " + current);
            }
            batch.putTable(table.with(table.settings().withTimeToLive(enable ? attribute : null)));
            return json -> json.name("TimeToLiveSpecification")
                    .startObject()
                    .name("Enabled")
                    .bool(enable)
                    .name("AttributeName")
                    .string(attribute)
                    .endObject();
        });
    }
}

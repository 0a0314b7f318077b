package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.shape.Whole;

/** Lists the global tables, of which there are none: so every page and every region is empty. */
public final class ListGlobalTables implements Operation {

    @Override
    public Structure input() {
        return new Structure("ListGlobalTablesInput")
                .optional("ExclusiveStartGlobalTableName", Text.name())
                .optional("Limit", Whole.positiveInteger())
                .optional("RegionName", Text.any());
    }

    @Override
    public Answer perform(JsonObject request) {
        return json -> json.name("GlobalTables").startArray().endArray();
    }
}

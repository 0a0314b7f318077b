package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.table.TableSettings;
import com.anycompany.capacitydb.table.Throughput;
import java.time.Clock;
import java.util.List;

/** Changes a table's capacity, indexes or settings; takes effect at once. */
public final class UpdateTable implements Operation {

    private final Database database;
    private final Capacity capacity;
    private final Clock clock;

    public UpdateTable(Database database, Capacity capacity, Clock clock) {
        this.database = database;
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public Structure input() {
        Structure update = new Structure("UpdateGlobalSecondaryIndexAction")
                .required("IndexName", Text.name())
                .optional("ProvisionedThroughput", TableShapes.THROUGHPUT)
                .optional("OnDemandThroughput", TableShapes.ON_DEMAND)
                .optional("WarmThroughput", TableShapes.WARM);
        Structure change = new Structure("GlobalSecondaryIndexUpdate")
                .optional("Update", update)
                .optional("Create", TableShapes.globalIndex())
                .optional(
                        "Delete", new Structure("DeleteGlobalSecondaryIndexAction").required("IndexName", Text.name()));
        return new Structure("UpdateTableInput")
                .required("TableName", RequestShapes.MANAGED_TABLE)
                .optional("AttributeDefinitions", TableShapes.ATTRIBUTE_DEFINITIONS)
                .optional("BillingMode", TableShapes.BILLING_MODE)
                .optional("ProvisionedThroughput", TableShapes.THROUGHPUT)
                .optional("GlobalSecondaryIndexUpdates", ListOf.any(change))
                .optional("StreamSpecification", TableShapes.STREAM)
                .optional("SSESpecification", TableShapes.ENCRYPTION)
                .optional("TableClass", TableShapes.TABLE_CLASS)
                .optional("DeletionProtectionEnabled", new Flag())
                .optional("OnDemandThroughput", TableShapes.ON_DEMAND)
                .optional("WarmThroughput", TableShapes.WARM)
                .refused(
                        "ReplicaUpdates",
                        "MultiRegionConsistency",
                        "GlobalTableWitnessUpdates",
                        "GlobalTableSettingsReplicationMode",
                        "DisassociationProtectionEnabled",
                        "VectorIndexUpdates");
    }

    @Override
    public Answer perform(JsonObject request) {
        UpdateCombinations.check(request);
        TableDescription description = database.write(batch -> {
            Table table = DescribeTable.find(batch.tables(), request.text("TableName"));
            TableDefinition changed = changed(table.definition(), request);
            batch.putTable(changed);
            // Under the lock, so that two changes can't reach the capacity in another order.
            capacity.changed(changed);
            return TableDescription.of(table, changed, "UPDATING");
        });
        return json -> description.write("TableDescription", json);
    }

    private TableDefinition changed(TableDefinition table, JsonObject request) {
        TableDefinition changed = withBilling(table, request);
        if (request.has("GlobalSecondaryIndexUpdates")) {
            changed = new IndexUpdates(changed, request, clock.instant()).apply();
        }
        checkIndexes(table, changed);
        LimitsInput limits = new LimitsInput(null, changed.settings().perRequest());
        return changed.with(limits.changed(request, changed.throughput())).with(settings(changed.settings(), request));
    }

    /** A table that is no longer paid per request needs capacity for each index, too. */
    private static void checkIndexes(TableDefinition before, TableDefinition after) {
        if (!before.settings().perRequest() || after.settings().perRequest()) {
            return;
        }
        for (IndexDefinition index : after.globalIndexes()) {
            if (index.throughput().read() == 0) {
                throw ServiceException.invalidParameter(
                        "ProvisionedThroughput must be specified for index: " + index.name());
            }
        }
    }

    private TableSettings settings(TableSettings before, JsonObject request) {
        TableSettings settings = before.withServices(EncryptionInput.changed(before.services(), request));
        String tableClass = request.string("TableClass");
        if (tableClass != null) {
            settings = settings.withClass(tableClass);
        }
        Boolean isProtected = request.bool("DeletionProtectionEnabled");
        if (isProtected != null) {
            settings = settings.withDeletionProtection(isProtected);
        }
        JsonObject stream = request.object("StreamSpecification");
        return stream == null ? settings : StreamInput.changed(settings, request, stream, clock.instant());
    }

    private TableDefinition withBilling(TableDefinition table, JsonObject request) {
        String mode = request.string("BillingMode");
        JsonObject rates = request.object("ProvisionedThroughput");
        boolean perRequest = mode == null ? table.settings().perRequest() : mode.equals("PAY_PER_REQUEST");
        if (perRequest) {
            if (rates != null) {
                throw ServiceException.invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be "
                        + "specified when BillingMode is PAY_PER_REQUEST");
            }
            return table.settings().perRequest() ? table : perRequest(table);
        }
        if (rates == null) {
            if (mode != null) {
                throw ServiceException.invalidParameter(
                        "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
            }
            return table;
        }
        Throughput wanted = ThroughputInput.read(rates, "");
        if (table.throughput().isSameRate(wanted.read(), wanted.write())) {
            throw ServiceException.validation("The provisioned throughput for the table will not change. The requested "
                    + "value equals the current value. " + ThroughputInput.unchanged("table", wanted));
        }
        return table.with(table.throughput().changedTo(wanted.read(), wanted.write(), clock.instant()))
                .with(table.settings().withBilling(false, table.settings().switchedAt()));
    }

    private TableDefinition perRequest(TableDefinition table) {
        List<IndexDefinition> indexes = table.indexes().stream()
                .map(index -> index.global() ? index.with(index.throughput().changedToOnDemand()) : index)
                .toList();
        return table.with(table.throughput().changedToOnDemand())
                .with(indexes)
                .with(table.settings().withBilling(true, clock.millis()));
    }
}

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
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.table.TableSettings;
import com.anycompany.capacitydb.table.Throughput;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes a table's capacity, indexes or settings; takes effect at once. */
public final class UpdateTable implements Operation {

    private static final List<String> CHANGES = List.of(
            "ProvisionedThroughput",
            "BillingMode",
            "GlobalSecondaryIndexUpdates",
            "StreamSpecification",
            "SSESpecification",
            "TableClass",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "WarmThroughput");

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
                .required("TableName", RequestShapes.TABLE)
                .optional("AttributeDefinitions", TableShapes.ATTRIBUTE_DEFINITIONS)
                .optional("BillingMode", TableShapes.BILLING_MODE)
                .optional("ProvisionedThroughput", TableShapes.THROUGHPUT)
                .optional("GlobalSecondaryIndexUpdates", ListOf.any(change))
                .optional("StreamSpecification", TableShapes.STREAM)
                .optional("SSESpecification", TableShapes.ENCRYPTION)
                .optional("TableClass", TableShapes.TABLE_CLASS)
                .optional("DeletionProtectionEnabled", new Flag())
                .optional("OnDemandThroughput", TableShapes.ON_DEMAND)
                .optional("WarmThroughput", TableShapes.WARM);
    }

    @Override
    public Answer perform(JsonObject request) {
        if (CHANGES.stream().noneMatch(request::has)) {
            throw ServiceException.validation(
                    "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
                            + "GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
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
        TableSettings settings = changed.settings();
        String tableClass = request.string("TableClass");
        if (tableClass != null) {
            settings = settings.withClass(tableClass);
        }
        Boolean isProtected = request.bool("DeletionProtectionEnabled");
        if (isProtected != null) {
            settings = settings.withDeletionProtection(isProtected);
        }
        return changed.with(withStream(settings, request.object("StreamSpecification")));
    }

    private TableSettings withStream(TableSettings settings, @Nullable JsonObject specification) {
        if (specification != null) {
            boolean enable = specification.isTrue("StreamEnabled");
            if (enable && settings.stream() != null) {
                throw ServiceException.validation("Table already has an enabled stream");
            }
            if (!enable && settings.stream() == null) {
                throw ServiceException.validation("Table doesn't have a stream to disable");
            }
        }
        return StreamInput.applied(settings, specification, clock.instant());
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
            if (table.settings().perRequest()) {
                throw ServiceException.invalidParameter(
                        "ProvisionedThroughput must be specified when BillingMode is " + "PROVISIONED");
            }
            return table;
        }
        Throughput wanted = ThroughputInput.read(rates, "");
        if (mode == null && table.throughput().isSameRate(wanted.read(), wanted.write())) {
            throw ServiceException.validation("The provisioned throughput for the table will not change. The requested "
                    + "value equals the current value. Current ReadCapacityUnits provisioned for the table: "
                    + wanted.read() + ". Requested ReadCapacityUnits: " + wanted.read()
                    + ". Current WriteCapacityUnits provisioned for the table: " + wanted.write()
                    + ". Requested WriteCapacityUnits: " + wanted.write() + ". Refer to the Amazon DynamoDB Developer "
                    + "Guide for current limits and how to request higher limits.");
        }
        return table.with(table.throughput().changedTo(wanted.read(), wanted.write(), clock.instant()))
                .with(table.settings().withBilling(false, table.settings().switchedAt()));
    }

    private TableDefinition perRequest(TableDefinition table) {
        return table.with(Throughput.NONE)
                .with(table.indexes().stream()
                        .map(index -> index.with(Throughput.NONE))
                        .toList())
                .with(table.settings().withBilling(true, clock.millis()));
    }
}

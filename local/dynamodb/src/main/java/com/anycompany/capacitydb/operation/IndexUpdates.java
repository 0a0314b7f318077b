package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.table.Throughput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Creates, changes and deletes global indexes of a table that exists. */
final class IndexUpdates {

    private final TableDefinition table;
    private final JsonObject request;
    private final Instant now;

    IndexUpdates(TableDefinition table, JsonObject request, Instant now) {
        this.table = table;
        this.request = request;
        this.now = now;
    }

    TableDefinition apply() {
        List<JsonObject> updates = request.objects("GlobalSecondaryIndexUpdates");
        checkBuilds(updates);
        TableDefinition changed = table;
        for (JsonObject update : updates) {
            if (update.has("Create")) {
                changed = create(changed, update.objectOrEmpty("Create"));
            } else if (update.has("Update")) {
                changed = update(changed, update.objectOrEmpty("Update"));
            } else {
                changed = delete(changed, update.objectOrEmpty("Delete").text("IndexName"));
            }
        }
        IndexInput.checkLimits(changed.indexes());
        return changed;
    }

    /** What can be said without the table. */
    static void check(List<JsonObject> updates) {
        Set<String> names = new HashSet<>();
        for (JsonObject update : updates) {
            if (!update.has("Create") && !update.has("Update") && !update.has("Delete")) {
                throw ServiceException.invalidParameter("One of GlobalSecondaryIndexUpdate.Update, "
                        + "GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
            }
            if (update.members().size() > 1) {
                throw ServiceException.invalidParameter(
                        "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
            }
            String kind = update.has("Create") ? "Create" : update.has("Update") ? "Update" : "Delete";
            String name = update.objectOrEmpty(kind).text("IndexName");
            if (!names.add(name)) {
                throw ServiceException.invalidParameter("Only one global secondary index update per index is allowed "
                        + "simultaneously. Index: " + name);
            }
        }
    }

    private static void checkBuilds(List<JsonObject> updates) {
        if (updates.stream().filter(update -> !update.has("Update")).count() > 1) {
            throw new ServiceException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per"
                            + " table");
        }
    }

    private TableDefinition create(TableDefinition to, JsonObject json) {
        String name = json.text("IndexName");
        if (to.index(name).isPresent()) {
            throw ServiceException.validation("Attempting to create an index which already exists");
        }
        KeySchemaInput attributes = new KeySchemaInput(request.objects("AttributeDefinitions"));
        attributes.addKnown(to.keyAttributes());
        IndexInput input = new IndexInput(attributes, to.keys(), to.settings().perRequest());
        List<IndexDefinition> all = new ArrayList<>(to.indexes());
        all.add(input.global(json));
        return to.with(all);
    }

    private TableDefinition update(TableDefinition of, JsonObject json) {
        IndexDefinition index = existing(of, json.text("IndexName"), "update");
        JsonObject rates = json.object("ProvisionedThroughput");
        boolean perRequest = of.settings().perRequest();
        if (perRequest && rates != null) {
            throw ServiceException.invalidParameter(
                    "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: " + index.name()
                            + " when BillingMode is PAY_PER_REQUEST");
        }
        boolean limits = !json.objectOrEmpty("OnDemandThroughput").members().isEmpty() || json.has("WarmThroughput");
        if (limits) {
            Throughput limited = new LimitsInput(index.name(), perRequest).changed(json, index.throughput());
            index = index.with(limited);
        } else if (perRequest) {
            throw ServiceException.invalidParameter("The only Updates for index: " + index.name()
                    + " when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput");
        } else if (rates == null) {
            throw ServiceException.invalidParameter(
                    "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: " + index.name());
        }
        return rates == null ? of.withIndex(index) : of.withIndex(withRates(index, rates));
    }

    private IndexDefinition withRates(IndexDefinition index, JsonObject rates) {
        Throughput wanted = ThroughputInput.read(rates, " for index " + index.name());
        if (index.throughput().isSameRate(wanted.read(), wanted.write())) {
            throw ServiceException.validation("The provisioned throughput for the index " + index.name()
                    + " will not change. The requested value equals the current value. "
                    + ThroughputInput.unchanged("index", wanted));
        }
        return index.with(index.throughput().changedTo(wanted.read(), wanted.write(), now));
    }

    private static TableDefinition delete(TableDefinition from, String name) {
        existing(from, name, "delete");
        return from.with(from.indexes().stream()
                .filter(index -> !index.name().equals(name))
                .toList());
    }

    private static IndexDefinition existing(TableDefinition of, String name, String change) {
        IndexDefinition index = of.index(name)
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.RESOURCE_NOT_FOUND,
                        "Requested resource not found: Index " + name + " for table " + of.name()));
        if (!index.global()) {
            throw ServiceException.validation(
                    "Cannot " + change + " an index that is not a GlobalSecondaryIndex: " + name);
        }
        return index;
    }
}

package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Which changes of a table one UpdateTable can make together, with AWS's messages. */
final class UpdateCombinations {

    private static final List<String> CHANGES = List.of(
            "ProvisionedThroughput",
            "BillingMode",
            "StreamSpecification",
            "GlobalSecondaryIndexUpdates",
            "SSESpecification",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "WarmThroughput",
            "TableClass");

    private UpdateCombinations() {}

    static void check(JsonObject request) {
        List<String> changes = new ArrayList<>(CHANGES);
        changes.removeIf(change -> !request.has(change));
        List<JsonObject> indexUpdates = request.objects("GlobalSecondaryIndexUpdates");
        if (indexUpdates.isEmpty()) {
            changes.remove("GlobalSecondaryIndexUpdates");
        }
        if (changes.isEmpty()) {
            throw ServiceException.validation("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                    + " GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady,"
                    + " ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled,"
                    + " OnDemandThroughput, WarmThroughput or TableClass is required");
        }
        checkAlone(changes, "SSESpecification", "Server-Side Encryption modification");
        checkAlone(changes, "TableClass", "TableClass modification");
        checkAlone(changes, "DeletionProtectionEnabled", "DeletionProtection modification");
        checkAlone(changes, "WarmThroughput", "WarmThroughput");
        if (changes.contains("OnDemandThroughput")
                && changes.stream().anyMatch(c -> !c.equals("OnDemandThroughput") && !c.equals("BillingMode"))) {
            throw ServiceException.invalidParameter(
                    "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request");
        }
        checkCapacity(request, changes);
        JsonObject rates = request.object("ProvisionedThroughput");
        if (rates != null) {
            ThroughputInput.read(rates, "");
        }
        IndexUpdates.check(indexUpdates);
    }

    private static void checkAlone(List<String> changes, String change, String name) {
        if (changes.contains(change) && changes.size() > 1) {
            throw ServiceException.invalidParameter(name + " must be the only operation in the request");
        }
    }

    private static void checkCapacity(JsonObject request, List<String> changes) {
        boolean capacity = changes.contains("ProvisionedThroughput") || changes.contains("BillingMode");
        boolean stream = changes.contains("StreamSpecification");
        boolean indexes = request.objects("GlobalSecondaryIndexUpdates").stream()
                .anyMatch(update -> update.has("Create") || update.has("Delete"));
        if (capacity && stream) {
            throw ServiceException.invalidParameter("You cannot modify stream status while updating table IOPS");
        }
        if (capacity && indexes) {
            throw ServiceException.invalidParameter("You cannot create or delete index while updating table IOPS");
        }
        if (stream && indexes) {
            throw ServiceException.invalidParameter("You cannot create or delete index while changing stream status");
        }
    }
}

package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.IndexProjection;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.Throughput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads secondary indexes of a table. */
final class IndexInput {

    private static final int MAX_PROJECTED = 100;
    private static final int MAX_LOCAL = 5;
    private static final int MAX_GLOBAL = 20;

    private final KeySchemaInput attributes;
    private final KeySchema tableKeys;
    private final boolean perRequest;
    private final Set<String> names = new HashSet<>();

    IndexInput(KeySchemaInput attributes, KeySchema tableKeys, boolean perRequest) {
        this.attributes = attributes;
        this.tableKeys = tableKeys;
        this.perRequest = perRequest;
    }

    IndexDefinition local(JsonObject json) {
        String name = json.text("IndexName");
        KeySchema keys = attributes.read(json.objects("KeySchema"));
        if (!keys.hasRange()) {
            throw ServiceException.invalidParameter("Index KeySchema does not have a range key for index: " + name);
        }
        String hash = keys.hash().get(0).name();
        String tableHash = tableKeys.hash().get(0).name();
        if (!hash.equals(tableHash)) {
            throw ServiceException.invalidParameter(
                    "Index KeySchema does not have the same leading hash key as table KeySchema for index: " + name
                            + ". index hash key: " + hash + ", table hash key: " + tableHash);
        }
        IndexProjection projection = projection(json.objectOrEmpty("Projection"));
        addName(name);
        return new IndexDefinition(name, false, keys, tableKeys, projection, Throughput.NONE);
    }

    IndexDefinition global(JsonObject json) {
        String name = json.text("IndexName");
        KeySchema keys = attributes.read(json.objects("KeySchema"));
        IndexProjection projection = projection(json.objectOrEmpty("Projection"));
        Throughput throughput =
                new LimitsInput(name, perRequest).created(json, throughput(name, json.object("ProvisionedThroughput")));
        addName(name);
        return new IndexDefinition(name, true, keys, tableKeys, projection, throughput);
    }

    private Throughput throughput(String index, @Nullable JsonObject json) {
        if (perRequest) {
            if (json != null) {
                throw ServiceException.invalidParameter("ProvisionedThroughput should not be specified for index: "
                        + index + " when BillingMode is PAY_PER_REQUEST");
            }
            return Throughput.onDemand();
        }
        if (json == null) {
            throw ServiceException.invalidParameter("ProvisionedThroughput must be specified for index: " + index);
        }
        return ThroughputInput.read(json, " for index " + index);
    }

    private void addName(String name) {
        if (!names.add(name)) {
            throw ServiceException.invalidParameter("Duplicate index name: " + name);
        }
    }

    private static IndexProjection projection(JsonObject json) {
        String type = json.string("ProjectionType");
        if (type == null) {
            throw ServiceException.invalidParameter("Unknown ProjectionType: null");
        }
        List<String> attributes = json.strings("NonKeyAttributes");
        boolean include = type.equals("INCLUDE");
        if (!include && json.has("NonKeyAttributes")) {
            throw ServiceException.invalidParameter(
                    "ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
        if (include && attributes.isEmpty()) {
            throw ServiceException.invalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        return new IndexProjection(IndexProjection.Kind.valueOf(type), attributes);
    }

    /** The limits of the number of indexes and of attributes that they copy. */
    static void checkLimits(List<IndexDefinition> indexes) {
        long global = indexes.stream().filter(IndexDefinition::global).count();
        if (indexes.size() - global > MAX_LOCAL) {
            throw ServiceException.invalidParameter(
                    "Number of LocalSecondaryIndexes exceeds per-table limit of " + MAX_LOCAL);
        }
        if (global > MAX_GLOBAL) {
            throw ServiceException.invalidParameter(
                    "GlobalSecondaryIndex count exceeds the per-table limit of " + MAX_GLOBAL);
        }
        int projected = indexes.stream()
                .mapToInt(index -> index.projection().nonKeyAttributes().size())
                .sum();
        if (projected > MAX_PROJECTED) {
            throw ServiceException.invalidParameter(
                    "Total number of projected attributes across all indexes exceeds the limit of " + MAX_PROJECTED);
        }
    }
}

package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.KeyAttribute;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.table.TableSettings;
import com.anycompany.capacitydb.table.Throughput;
import com.anycompany.capacitydb.table.UnitRates;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Description of a table in answers. */
final class TableDescription {

    private final TableDefinition table;
    private final String status;
    private final Map<String, Size> indexes = new HashMap<>();
    private Size size = new Size(0, 0);

    private record Size(long items, long bytes) {}

    TableDescription(TableDefinition table, String status) {
        this.table = table;
        this.status = status;
    }

    /** Describes the table as it is now. */
    static TableDescription of(Table table, String status) {
        return of(table, table.definition(), status);
    }

    /** Describes the table with a definition that it's about to have. */
    static TableDescription of(Table table, TableDefinition definition, String status) {
        TableDescription description = new TableDescription(definition, status);
        description.size = new Size(table.items().size(), table.size());
        for (IndexDefinition index : table.definition().indexes()) {
            description.indexes.put(
                    index.name(), new Size(table.entries(index.name()).size(), table.indexSize(index.name())));
        }
        return description;
    }

    void write(String member, JsonWriter json) {
        TableSettings settings = table.settings();
        json.name(member).startObject();
        json.name("AttributeDefinitions").startArray();
        table.keyAttributes()
                .forEach((name, type) -> json.startObject()
                        .name("AttributeName")
                        .string(name)
                        .name("AttributeType")
                        .string(type.name())
                        .endObject());
        json.endArray().name("TableName").string(table.name());
        writeKeys(table.keys(), json);
        json.name("TableStatus").string(status);
        json.name("CreationDateTime").number(seconds(table.created()));
        writeThroughput(table.throughput(), json);
        writeMaximum(table.throughput(), json);
        writeSize("Table", size, json);
        json.name("TableArn").string(table.arn()).name("TableId").string(table.id());
        if (settings.perRequest() || settings.switchedAt() > 0) {
            json.name("BillingModeSummary").startObject();
            json.name("BillingMode").string(settings.perRequest() ? "PAY_PER_REQUEST" : "PROVISIONED");
            if (settings.switchedAt() > 0) {
                json.name("LastUpdateToPayPerRequestDateTime")
                        .number(seconds(Instant.ofEpochMilli(settings.switchedAt())));
            }
            json.endObject();
        }
        writeIndexes("LocalSecondaryIndexes", table.localIndexes(), json);
        writeIndexes("GlobalSecondaryIndexes", table.globalIndexes(), json);
        writeStream(settings, json);
        if (!settings.tableClass().equals(TableSettings.STANDARD)) {
            json.name("TableClassSummary").startObject();
            json.name("TableClass").string(settings.tableClass()).endObject();
        }
        json.name("DeletionProtectionEnabled").bool(settings.deletionProtected());
        writeWarmThroughput(table.throughput(), json);
        writeEncryption(settings.services().encryptionKey(), json);
        json.endObject();
    }

    private void writeStream(TableSettings settings, JsonWriter json) {
        if (settings.stream() != null) {
            json.name("StreamSpecification").startObject();
            json.name("StreamEnabled").bool(true);
            json.name("StreamViewType").string(settings.stream().name()).endObject();
        }
        String label = settings.streamLabel();
        if (label != null) {
            json.name("LatestStreamLabel").string(label);
            json.name("LatestStreamArn").string(table.arn() + "/stream/" + label);
        }
    }

    private void writeIndexes(String member, List<IndexDefinition> all, JsonWriter json) {
        if (all.isEmpty()) {
            return;
        }
        json.name(member).startArray();
        for (IndexDefinition index : all) {
            json.startObject().name("IndexName").string(index.name());
            writeKeys(index.keys(), json);
            json.name("Projection").startObject();
            json.name("ProjectionType").string(index.projection().kind().name());
            if (!index.projection().nonKeyAttributes().isEmpty()) {
                json.name("NonKeyAttributes").startArray();
                index.projection().nonKeyAttributes().forEach(json::string);
                json.endArray();
            }
            json.endObject();
            if (index.global()) {
                json.name("IndexStatus").string(status.equals("CREATING") ? status : "ACTIVE");
                writeThroughput(index.throughput(), json);
                writeMaximum(index.throughput(), json);
                writeWarmThroughput(index.throughput(), json);
            }
            writeSize("Index", indexes.getOrDefault(index.name(), new Size(0, 0)), json);
            json.name("IndexArn").string(table.arn() + "/index/" + index.name()).endObject();
        }
        json.endArray();
    }

    private static void writeSize(String what, Size size, JsonWriter json) {
        json.name(what + "SizeBytes").number(size.bytes()).name("ItemCount").number(size.items());
    }

    private static void writeKeys(KeySchema keys, JsonWriter json) {
        json.name("KeySchema").startArray();
        keys.hash().forEach(attribute -> writeKey(attribute, "HASH", json));
        keys.range().forEach(attribute -> writeKey(attribute, "RANGE", json));
        json.endArray();
    }

    private static void writeKey(KeyAttribute attribute, String type, JsonWriter json) {
        json.startObject().name("AttributeName").string(attribute.name());
        json.name("KeyType").string(type).endObject();
    }

    private static void writeThroughput(Throughput throughput, JsonWriter json) {
        json.name("ProvisionedThroughput").startObject();
        writeInstant("LastIncreaseDateTime", throughput.increased(), json);
        writeInstant("LastDecreaseDateTime", throughput.decreased(), json);
        json.name("NumberOfDecreasesToday").number(throughput.decreasesToday());
        json.name("ReadCapacityUnits").number(throughput.read());
        json.name("WriteCapacityUnits").number(throughput.write()).endObject();
    }

    private static void writeMaximum(Throughput throughput, JsonWriter json) {
        UnitRates maximum = throughput.maximum();
        if (maximum.isSet()) {
            json.name("OnDemandThroughput").startObject();
            if (maximum.read() > 0) {
                json.name("MaxReadRequestUnits").number(maximum.read());
            }
            if (maximum.write() > 0) {
                json.name("MaxWriteRequestUnits").number(maximum.write());
            }
            json.endObject();
        }
    }

    private static void writeWarmThroughput(Throughput throughput, JsonWriter json) {
        json.name("WarmThroughput").startObject();
        json.name("ReadUnitsPerSecond").number(throughput.warm().read());
        json.name("WriteUnitsPerSecond").number(throughput.warm().write());
        json.name("Status").string("ACTIVE").endObject();
    }

    private static void writeEncryption(@Nullable String key, JsonWriter json) {
        if (key != null) {
            json.name("SSEDescription").startObject();
            json.name("Status").string("ENABLED").name("SSEType").string("KMS");
            json.name("KMSMasterKeyArn").string(key).endObject();
        }
    }

    private static void writeInstant(String member, @Nullable Instant instant, JsonWriter json) {
        if (instant != null) {
            json.name(member).number(seconds(instant));
        }
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}

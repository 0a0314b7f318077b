package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.ServiceSettings;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.table.TableSettings;
import com.anycompany.capacitydb.table.Throughput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Creates a table, which is active at once. */
public final class CreateTable implements Operation {

    private final Database database;
    private final Capacity capacity;
    private final Clock clock;

    public CreateTable(Database database, Capacity capacity, Clock clock) {
        this.database = database;
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public Structure input() {
        return new Structure("CreateTableInput")
                .required("AttributeDefinitions", TableShapes.ATTRIBUTE_DEFINITIONS)
                .optional("TableName", Text.name())
                .optional("BillingMode", TableShapes.BILLING_MODE)
                .optional("ProvisionedThroughput", TableShapes.THROUGHPUT)
                .required("KeySchema", TableShapes.tableKey())
                .optional("GlobalSecondaryIndexes", ListOf.any(TableShapes.globalIndex()))
                .optional("LocalSecondaryIndexes", ListOf.any(TableShapes.localIndex()))
                .optional("StreamSpecification", TableShapes.STREAM)
                .optional("SSESpecification", TableShapes.ENCRYPTION)
                .optional("TableClass", TableShapes.TABLE_CLASS)
                .optional("DeletionProtectionEnabled", new Flag())
                .optional("OnDemandThroughput", TableShapes.ON_DEMAND)
                .optional("WarmThroughput", TableShapes.WARM)
                .optional("ResourcePolicy", Text.any())
                .optional("Tags", TableShapes.TAGS)
                .refused("GlobalTableSourceArn", "GlobalTableSettingsReplicationMode", "VectorIndexes");
    }

    @Override
    public Answer perform(JsonObject request) {
        if (!request.has("TableName")) {
            throw ServiceException.validation(
                    "The parameter 'TableName' is required but was not present in the request");
        }
        TableDefinition table = definition(request);
        database.write(batch -> {
            if (batch.tables().find(table.name()) != null) {
                throw new ServiceException(ErrorCode.RESOURCE_IN_USE, "Table already exists: " + table.name());
            }
            batch.putTable(table);
            return table;
        });
        capacity.changed(table);
        return json -> new TableDescription(table, "CREATING").write("TableDescription", json);
    }

    private TableDefinition definition(JsonObject request) {
        boolean perRequest = "PAY_PER_REQUEST".equals(request.string("BillingMode"));
        Throughput throughput = new LimitsInput(null, perRequest).created(request, throughput(request, perRequest));
        KeySchemaInput attributes = new KeySchemaInput(request.objects("AttributeDefinitions"));
        KeySchema keys = attributes.table(request.objects("KeySchema"));
        List<IndexDefinition> indexes = indexes(request, new IndexInput(attributes, keys, perRequest), keys);
        attributes.checkAllUsed(!indexes.isEmpty());
        IndexInput.checkLimits(indexes);
        return new TableDefinition(
                request.text("TableName"),
                UUID.randomUUID().toString(),
                clock.instant(),
                keys,
                indexes,
                throughput,
                settings(request, perRequest));
    }

    private static Throughput throughput(JsonObject request, boolean perRequest) {
        JsonObject provisioned = request.object("ProvisionedThroughput");
        if (perRequest) {
            if (provisioned != null) {
                throw ServiceException.invalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be "
                        + "specified when BillingMode is PAY_PER_REQUEST");
            }
            return Throughput.onDemand();
        }
        if (provisioned == null) {
            throw ServiceException.invalidParameter("ReadCapacityUnits and WriteCapacityUnits must both be specified "
                    + "when BillingMode is PROVISIONED");
        }
        return ThroughputInput.read(provisioned, "");
    }

    private static List<IndexDefinition> indexes(JsonObject request, IndexInput input, KeySchema keys) {
        List<IndexDefinition> indexes = new ArrayList<>();
        if (request.has("LocalSecondaryIndexes")) {
            List<JsonObject> local = request.objects("LocalSecondaryIndexes");
            if (local.isEmpty()) {
                throw ServiceException.invalidParameter("List of LocalSecondaryIndexes is empty");
            }
            if (!keys.hasRange()) {
                throw ServiceException.invalidParameter("Table KeySchema does not have a range key, "
                        + "which is required when specifying a LocalSecondaryIndex");
            }
            local.forEach(index -> indexes.add(input.local(index)));
        }
        if (request.has("GlobalSecondaryIndexes")) {
            List<JsonObject> global = request.objects("GlobalSecondaryIndexes");
            if (global.isEmpty()) {
                throw ServiceException.invalidParameter("List of GlobalSecondaryIndexes is empty");
            }
            global.forEach(index -> indexes.add(input.global(index)));
        }
        return indexes;
    }

    private TableSettings settings(JsonObject request, boolean perRequest) {
        String tableClass = request.string("TableClass");
        ServiceSettings services = EncryptionInput.created(ServiceSettings.DEFAULT, request);
        String policy = request.string("ResourcePolicy");
        if (policy != null) {
            services = services.withPolicy(PolicyInput.read(policy));
        }
        TableSettings settings = TableSettings.initial(perRequest)
                .withBilling(perRequest, perRequest ? clock.millis() : 0)
                .withDeletionProtection(request.isTrue("DeletionProtectionEnabled"))
                .withClass(tableClass == null ? TableSettings.STANDARD : tableClass)
                .withTags(TagInput.read(request))
                .withServices(services);
        JsonObject stream = request.object("StreamSpecification");
        return stream == null ? settings : StreamInput.created(settings, stream, clock.instant());
    }
}

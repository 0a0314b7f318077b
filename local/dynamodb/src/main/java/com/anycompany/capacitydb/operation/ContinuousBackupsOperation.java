package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Whole;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.Tables;
import com.anycompany.capacitydb.table.ServiceSettings.Recovery;
import com.anycompany.capacitydb.table.TableDefinition;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The operations on point-in-time recovery, which is a setting only: nothing can be restored, and no time is offered. */
public abstract sealed class ContinuousBackupsOperation implements Operation {

    private static final int MAX_DAYS = 35;

    private final Database database;

    private ContinuousBackupsOperation(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    static TableDefinition find(Tables tables, JsonObject request) {
        Table table = tables.find(request.text("TableName"));
        if (table == null) {
            throw new ServiceException(
                    ErrorCode.TABLE_NOT_FOUND, "Table not found: " + TableDefinition.nameOf(request.text("TableName")));
        }
        return table.definition();
    }

    static void write(@Nullable Recovery recovery, JsonWriter json) {
        json.name("ContinuousBackupsDescription").startObject();
        json.name("ContinuousBackupsStatus").string("ENABLED");
        json.name("PointInTimeRecoveryDescription").startObject();
        json.name("PointInTimeRecoveryStatus").string(recovery == null ? "DISABLED" : "ENABLED");
        if (recovery != null) {
            json.name("RecoveryPeriodInDays").number(recovery.days());
        }
        json.endObject().endObject();
    }

    /** Tells whether recovery is turned on. */
    public static final class DescribeContinuousBackups extends ContinuousBackupsOperation {

        public DescribeContinuousBackups(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("DescribeContinuousBackupsInput").required("TableName", RequestShapes.MANAGED_TABLE);
        }

        @Override
        public Answer perform(JsonObject request) {
            Recovery recovery = database()
                    .read(tables -> find(tables, request).settings().services().recovery());
            return json -> write(recovery, json);
        }
    }

    /** Turns recovery on or off. */
    public static final class UpdateContinuousBackups extends ContinuousBackupsOperation {

        private final Clock clock;

        public UpdateContinuousBackups(Database database, Clock clock) {
            super(database);
            this.clock = clock;
        }

        @Override
        public Structure input() {
            return new Structure("UpdateContinuousBackupsInput")
                    .required("TableName", RequestShapes.MANAGED_TABLE)
                    .required(
                            "PointInTimeRecoverySpecification",
                            new Structure("PointInTimeRecoverySpecification")
                                    .required("PointInTimeRecoveryEnabled", new Flag())
                                    .optional("RecoveryPeriodInDays", Whole.integer(1, MAX_DAYS)));
        }

        @Override
        public Answer perform(JsonObject request) {
            JsonObject specification = request.objectOrEmpty("PointInTimeRecoverySpecification");
            Long days = specification.number("RecoveryPeriodInDays");
            boolean enabled = specification.isTrue("PointInTimeRecoveryEnabled");
            if (!enabled && days != null) {
                throw ServiceException.validation(
                        "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.");
            }
            Recovery recovery =
                    enabled ? new Recovery(days == null ? MAX_DAYS : days.intValue(), clock.millis()) : null;
            database().write(batch -> {
                TableDefinition table = find(batch.tables(), request);
                var services = table.settings().services().withRecovery(recovery);
                batch.putTable(table.with(table.settings().withServices(services)));
                return table;
            });
            return json -> write(recovery, json);
        }
    }
}

package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Tables;
import com.anycompany.capacitydb.table.ServiceSettings.Policy;
import com.anycompany.capacitydb.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** The operations on resource policies of tables, which are kept and not enforced: every caller is allowed. */
public abstract sealed class ResourcePolicyOperation implements Operation {

    private static final String ARN = "ResourceArn";
    private static final String EXPECTED = "ExpectedRevisionId";
    private static final String NO_POLICY = "NO_POLICY";

    private final Database database;

    private ResourcePolicyOperation(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    TableDefinition find(Tables tables, JsonObject request) {
        if (request.text(ARN).contains("/stream/")) {
            throw ServiceException.invalidParameter("A policy of a stream is not supported by CapacityDB");
        }
        return TagOperation.find(tables, request, name()).definition();
    }

    private static ServiceException notFound(String detail) {
        return new ServiceException(
                ErrorCode.POLICY_NOT_FOUND, "Resource-based policy not found for the provided ResourceArn: " + detail);
    }

    private static void checkRevision(JsonObject request, TableDefinition table) {
        String expected = request.string(EXPECTED);
        Policy policy = table.settings().services().policy();
        if (expected == null) {
            return;
        }
        if (expected.equals(NO_POLICY)) {
            if (policy != null) {
                throw notFound("Requested policy update expecting none to be present for table " + table.name()
                        + ", but a policy exists with revision id " + policy.revision() + ".");
            }
        } else if (policy == null) {
            throw notFound("Requested update for policy with revision id " + expected + ", but no policy is present "
                    + "for table " + table.name() + ".");
        } else if (!policy.revision().equals(expected)) {
            throw notFound("Requested update for policy with revision id " + expected
                    + ", but the policy associated to target table " + table.name() + " has revision id "
                    + policy.revision() + ".");
        }
    }

    /** Sets the policy, or removes it if it's null; returns what was there. */
    @Nullable
    Policy replace(JsonObject request, @Nullable Policy policy) {
        return database.write(batch -> {
            TableDefinition table = find(batch.tables(), request);
            checkRevision(request, table);
            var services = table.settings().services();
            batch.putTable(table.with(table.settings().withServices(services.withPolicy(policy))));
            return services.policy();
        });
    }

    /** Sets a table's policy. */
    public static final class PutResourcePolicy extends ResourcePolicyOperation {

        public PutResourcePolicy(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("PutResourcePolicyInput")
                    .required(ARN, Text.length(1, 1283))
                    .required("Policy", Text.any())
                    .optional(EXPECTED, Text.length(1, 255))
                    .optional("ConfirmRemoveSelfResourceAccess", new Flag());
        }

        /** The confirmation isn't needed: policies aren't enforced, so no caller can lock itself out. */
        @Override
        public Answer perform(JsonObject request) {
            Policy policy = PolicyInput.read(request.text("Policy"));
            replace(request, policy);
            return json -> json.name("RevisionId").string(policy.revision());
        }
    }

    /** Tells a table's policy. */
    public static final class GetResourcePolicy extends ResourcePolicyOperation {

        public GetResourcePolicy(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("GetResourcePolicyInput").required(ARN, Text.length(1, 1283));
        }

        @Override
        public Answer perform(JsonObject request) {
            Policy policy = database()
                    .read(tables -> find(tables, request).settings().services().policy());
            if (policy == null) {
                throw notFound(request.text(ARN));
            }
            return json ->
                    json.name("Policy").string(policy.text()).name("RevisionId").string(policy.revision());
        }
    }

    /** Removes a table's policy, if it has one. */
    public static final class DeleteResourcePolicy extends ResourcePolicyOperation {

        public DeleteResourcePolicy(Database database) {
            super(database);
        }

        @Override
        public Structure input() {
            return new Structure("DeleteResourcePolicyInput")
                    .required(ARN, Text.length(1, 1283))
                    .optional(EXPECTED, Text.length(1, 255));
        }

        @Override
        public Answer perform(JsonObject request) {
            Policy removed = replace(request, null);
            return json -> {
                if (removed != null) {
                    json.name("RevisionId").string(removed.revision());
                }
            };
        }
    }
}

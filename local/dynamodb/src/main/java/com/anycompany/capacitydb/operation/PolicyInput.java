package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.InvalidJson;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonReader;
import com.anycompany.capacitydb.table.ServiceSettings.Policy;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads resource policies: JSON texts of a limited size with statements. */
final class PolicyInput {

    private static final int MAX_SIZE = 20_480;
    private static final int MAX_DEPTH = 50;

    private PolicyInput() {}

    /** The policy as a new revision. */
    static Policy read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_SIZE) {
            throw ServiceException.invalidParameter("Maximum policy size of " + MAX_SIZE + " bytes exceeded");
        }
        JsonObject policy;
        try {
            policy = new JsonReader(MAX_DEPTH).readObject(bytes);
        } catch (InvalidJson e) {
            throw invalid("This policy contains invalid Json");
        }
        if (!policy.has("Statement")) {
            throw invalid("Syntax error at position (1,3)");
        }
        boolean empty = policy.object("Statement") == null
                && policy.objects("Statement").isEmpty();
        if (empty) {
            throw invalid("Could not parse the policy: Statement is empty!");
        }
        return new Policy(text, Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits() / 2)));
    }

    private static ServiceException invalid(String detail) {
        return ServiceException.invalidParameter("Invalid policy document: " + detail);
    }
}

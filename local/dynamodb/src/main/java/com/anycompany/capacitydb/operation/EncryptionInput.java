package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.ServiceSettings;
import org.jspecify.annotations.Nullable;

/** Reads the key that encrypts a table, which is kept and described; nothing is encrypted. */
final class EncryptionInput {

    private static final String ARN_PREFIX = "arn:aws:kms:us-east-1:000000000000:";
    private static final String MANAGED_KEY = "key/00000000-0000-0000-0000-000000000001";

    private EncryptionInput() {}

    /** The settings of a new table. */
    static ServiceSettings created(ServiceSettings settings, JsonObject request) {
        JsonObject specification = request.object("SSESpecification");
        return specification == null ? settings : settings.withEncryptionKey(key(specification));
    }

    /** The changed settings of a table; refuses what changes nothing. */
    static ServiceSettings changed(ServiceSettings settings, JsonObject request) {
        JsonObject specification = request.object("SSESpecification");
        if (specification == null) {
            return settings;
        }
        String key = key(specification);
        if (key == null && settings.encryptionKey() == null) {
            throw ServiceException.invalidParameter("Table is already encrypted by default");
        }
        if (key != null && key.equals(settings.encryptionKey()) && specification.has("KMSMasterKeyId")) {
            throw ServiceException.invalidParameter("Table is already encrypted with given KMSMasterKeyId. Use "
                    + "KMSMasterKeyId parameter if you want to change Master Key");
        }
        return settings.withEncryptionKey(key);
    }

    /** The ARN of the key; null for the service's own. */
    private static @Nullable String key(JsonObject specification) {
        Boolean given = specification.bool("Enabled");
        String type = specification.string("SSEType");
        String id = specification.string("KMSMasterKeyId");
        if (Boolean.FALSE.equals(given)) {
            checkAbsent("SSEType", type);
            checkAbsent("KMSMasterKeyId", id);
            return null;
        }
        if ("AES256".equals(type)) {
            throw ServiceException.invalidParameter("SSEType AES256 is not supported");
        }
        if (id != null && type == null) {
            throw ServiceException.invalidParameter("SSEType KMS is required if KMSMasterKeyId is specified");
        }
        if (given == null && type == null) {
            return null;
        }
        return id == null ? ARN_PREFIX + MANAGED_KEY : arn(id);
    }

    private static void checkAbsent(String member, @Nullable String value) {
        if (value != null) {
            throw ServiceException.invalidParameter(member + " can not be specified if Enabled is false");
        }
    }

    private static String arn(String id) {
        return id.startsWith("arn:") ? id : ARN_PREFIX + (id.startsWith("alias/") ? id : "key/" + id);
    }
}

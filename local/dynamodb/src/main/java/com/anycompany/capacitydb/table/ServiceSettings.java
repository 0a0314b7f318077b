package com.anycompany.capacitydb.table;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings for services around a table. They are kept and described as AWS does, so that tools that manage tables work, and have no
 * effect here: no key encrypts, no backup is made, nothing is analysed, and every caller is allowed.
 *
 * @param encryptionKey the ARN of the key; null for AWS's own
 * @param recovery how long changes can be undone; null if they can't
 * @param insights the mode of contributor insights, by index; the table's under the empty name
 * @param policy who may use the table; null if it has none
 */
public record ServiceSettings(
        @Nullable String encryptionKey,
        @Nullable Recovery recovery,
        Map<String, String> insights,
        @Nullable Policy policy) {

    public static final ServiceSettings DEFAULT = new ServiceSettings(null, null, Map.of(), null);

    /**
     * Point-in-time recovery.
     *
     * @param since when it was turned on (milliseconds)
     */
    public record Recovery(int days, long since) {}

    /** Resource policy: a JSON text and the id of its revision. */
    public record Policy(String text, String revision) {}

    public ServiceSettings {
        insights = Collections.unmodifiableMap(new TreeMap<>(insights));
    }

    public ServiceSettings withEncryptionKey(@Nullable String arn) {
        return new ServiceSettings(arn, recovery, insights, policy);
    }

    public ServiceSettings withRecovery(@Nullable Recovery changed) {
        return new ServiceSettings(encryptionKey, changed, insights, policy);
    }

    /** Sets the mode of an index, or turns it off if it's null. */
    public ServiceSettings withInsights(String index, @Nullable String mode) {
        Map<String, String> changed = new TreeMap<>(insights);
        if (mode == null) {
            changed.remove(index);
        } else {
            changed.put(index, mode);
        }
        return new ServiceSettings(encryptionKey, recovery, changed, policy);
    }

    public ServiceSettings withPolicy(@Nullable Policy changed) {
        return new ServiceSettings(encryptionKey, recovery, insights, changed);
    }
}

package com.anycompany.capacitydb.table;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a table that its items don't depend on.
 *
 * @param perRequest whether it is billed per request, so that nothing limits it
 * @param switchedAt when it was last switched to that (milliseconds), or 0
 * @param timeToLive the attribute that says when an item expires
 * @param stream which images its stream has
 * @param streamLabel names the stream, as its ARN does
 * @param services settings for other services
 */
public record TableSettings(
        boolean perRequest,
        long switchedAt,
        boolean deletionProtected,
        String tableClass,
        @Nullable String timeToLive,
        @Nullable StreamView stream,
        @Nullable String streamLabel,
        Map<String, String> tags,
        ServiceSettings services) {

    public static final String STANDARD = "STANDARD";

    /** Which images a stream record has; named as in the API. */
    public enum StreamView {
        KEYS_ONLY,
        NEW_IMAGE,
        OLD_IMAGE,
        NEW_AND_OLD_IMAGES
    }

    public TableSettings {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    public static TableSettings initial(boolean perRequest) {
        return new TableSettings(perRequest, 0, false, STANDARD, null, null, null, Map.of(), ServiceSettings.DEFAULT);
    }

    public TableSettings withBilling(boolean nowPerRequest, long at) {
        return new TableSettings(
                nowPerRequest, at, deletionProtected, tableClass, timeToLive, stream, streamLabel, tags, services);
    }

    public TableSettings withDeletionProtection(boolean isProtected) {
        return new TableSettings(
                perRequest, switchedAt, isProtected, tableClass, timeToLive, stream, streamLabel, tags, services);
    }

    public TableSettings withClass(String name) {
        return new TableSettings(
                perRequest, switchedAt, deletionProtected, name, timeToLive, stream, streamLabel, tags, services);
    }

    public TableSettings withTimeToLive(@Nullable String attribute) {
        return new TableSettings(
                perRequest, switchedAt, deletionProtected, tableClass, attribute, stream, streamLabel, tags, services);
    }

    public TableSettings withStream(@Nullable StreamView view, @Nullable String label) {
        return new TableSettings(
                perRequest, switchedAt, deletionProtected, tableClass, timeToLive, view, label, tags, services);
    }

    public TableSettings withTags(Map<String, String> changed) {
        return new TableSettings(
                perRequest,
                switchedAt,
                deletionProtected,
                tableClass,
                timeToLive,
                stream,
                streamLabel,
                changed,
                services);
    }

    public TableSettings withServices(ServiceSettings changed) {
        return new TableSettings(
                perRequest, switchedAt, deletionProtected, tableClass, timeToLive, stream, streamLabel, tags, changed);
    }
}

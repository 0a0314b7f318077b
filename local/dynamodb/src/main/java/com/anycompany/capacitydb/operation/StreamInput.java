package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.TableSettings;
import com.anycompany.capacitydb.table.TableSettings.StreamView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Reads stream specifications. */
final class StreamInput {

    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private StreamInput() {}

    /** The settings of a new table. */
    static TableSettings created(TableSettings settings, JsonObject specification, Instant now) {
        String view = specification.string("StreamViewType");
        boolean enabled = specification.isTrue("StreamEnabled");
        if (enabled && view == null) {
            throw ServiceException.invalidParameter(
                    "Table is being created with a stream enabled, UpdateViewType is required");
        }
        if (!enabled && view != null) {
            throw ServiceException.invalidParameter(
                    "Table is being created with a stream disabled, UpdateViewType should not be specified");
        }
        return view == null ? settings : settings.withStream(StreamView.valueOf(view), LABEL.format(now));
    }

    /** The settings of a table whose stream is turned on or off. */
    static TableSettings changed(TableSettings settings, JsonObject request, JsonObject specification, Instant now) {
        String view = specification.string("StreamViewType");
        boolean enabled = specification.isTrue("StreamEnabled");
        if (enabled && view == null) {
            throw ServiceException.invalidParameter("If stream is being enabled then UpdateViewType is required");
        }
        if (!enabled && view != null) {
            throw ServiceException.invalidParameter(
                    "If stream is being disabled, then UpdateViewType must not be specified");
        }
        if (enabled && settings.stream() != null) {
            throw ServiceException.validation(
                    "Table already has an enabled stream: TableName: " + request.text("TableName"));
        }
        if (!enabled && settings.stream() == null) {
            throw ServiceException.validation(
                    "Table has no stream to disable: TableName: " + request.text("TableName"));
        }
        return view == null
                ? settings.withStream(null, settings.streamLabel())
                : settings.withStream(StreamView.valueOf(view), LABEL.format(now));
    }
}

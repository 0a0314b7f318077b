package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.TableSettings;
import com.anycompany.capacitydb.table.TableSettings.StreamView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the specification of a stream. */
final class StreamInput {

    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private StreamInput() {}

    /** The settings with the stream that the specification asks for. */
    static TableSettings applied(TableSettings settings, @Nullable JsonObject specification, Instant now) {
        if (specification == null) {
            return settings;
        }
        String view = specification.string("StreamViewType");
        if (!specification.isTrue("StreamEnabled")) {
            if (view != null) {
                throw ServiceException.invalidParameter("StreamViewType is specified when StreamEnabled is false");
            }
            return settings.withStream(null, settings.streamLabel());
        }
        if (view == null) {
            throw ServiceException.invalidParameter("StreamViewType is not specified when StreamEnabled is true");
        }
        return settings.withStream(StreamView.valueOf(view), LABEL.format(now));
    }
}

package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.Wording;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads single parameters of Query and Scan. */
final class PageParameters {

    private PageParameters() {}

    static int limit(JsonObject request) {
        Long limit = request.number("Limit");
        return limit == null ? Integer.MAX_VALUE : (int) Math.min(limit, Integer.MAX_VALUE);
    }

    static @Nullable Map<String, AttributeValue> startKey(JsonObject request, Wording wording) {
        JsonObject json = request.object("ExclusiveStartKey");
        if (json == null) {
            return null;
        }
        try {
            return new AttributeValueReader(wording).readMap(json);
        } catch (ServiceException e) {
            throw wording == Wording.CURRENT
                    ? e
                    : ServiceException.validation("The provided starting key is invalid: " + e.message());
        }
    }
}

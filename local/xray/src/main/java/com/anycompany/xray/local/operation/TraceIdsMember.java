package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayList;
import java.util.List;

/** The member {@code TraceIds} of a request. */
final class TraceIdsMember {

    private TraceIdsMember() {}

    static List<TraceId> of(Input input) {
        List<TraceId> ids = new ArrayList<>();
        for (String text : input.texts("TraceIds")) {
            TraceId id = TraceId.parse(text);
            if (id == null) {
                throw ApiException.invalid("Invalid trace id " + text + ": incorrect id format");
            }
            ids.add(id);
        }
        return ids;
    }
}

package com.anycompany.xray.local.status;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.segment.TraceId;

/** Query parameter {@code trace}: a trace id in X-Ray's form or W3C's. */
final class TraceParameter {

    private TraceParameter() {}

    static TraceId of(HttpRequest request) {
        String text = request.parameter("trace");
        TraceId id = text == null ? null : TraceId.parse(text);
        if (id == null) {
            throw ApiException.invalid("trace must be a trace id: 1-<8 hex digits>-<24 hex digits> or 32 hex digits");
        }
        return id;
    }
}

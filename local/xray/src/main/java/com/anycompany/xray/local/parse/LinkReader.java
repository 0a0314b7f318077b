package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.Tokens;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.Link;
import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads {@code links}; one that names nothing, or is too much, stays in the document alone. */
public final class LinkReader {

    private static final int MAX_LINKS = 20;

    private LinkReader() {}

    public static List<Link> read(Tokens json, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            Link link = token == JsonToken.START_OBJECT ? link(json) : null;
            if (link != null && links.size() < MAX_LINKS) {
                links.add(link);
            }
            json.skipChildren();
        }
        return links;
    }

    private static @Nullable Link link(Tokens json) {
        TraceId traceId = null;
        String id = "";
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                switch (field) {
                    case "trace_id" -> traceId = TraceId.parse(json.text());
                    case "id" -> id = json.text();
                    default -> {}
                }
            } else {
                json.skipChildren();
            }
        }
        return traceId != null && EntityId.isValid(id) ? new Link(traceId, EntityId.parse(id)) : null;
    }
}

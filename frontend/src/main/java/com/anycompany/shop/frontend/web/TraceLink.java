package com.anycompany.shop.frontend.web;

import org.jspecify.annotations.Nullable;

/** A page's trace: its id, and the address where it can be looked at, if one is configured. */
public record TraceLink(String id, @Nullable String url) {

    static TraceLink of(String id, String template) {
        return new TraceLink(id, template.isBlank() ? null : template.replace("{traceId}", id));
    }
}

package com.anycompany.xray.local.segment;

import org.jspecify.annotations.Nullable;

/**
 * Names an entity of another trace that this one continues without having been called by it, such as a message's
 * sender.
 */
public record Link(TraceId traceId, long id) {

    /** Collects the fields of a link. */
    static final class Builder {

        private @Nullable TraceId traceId;
        private String id = "";

        void traceId(@Nullable TraceId value) {
            traceId = value;
        }

        void id(String value) {
            id = value;
        }

        /** Null unless both ids are valid. */
        @Nullable
        Link build() {
            return traceId != null && EntityId.isValid(id) ? new Link(traceId, EntityId.parse(id)) : null;
        }
    }
}

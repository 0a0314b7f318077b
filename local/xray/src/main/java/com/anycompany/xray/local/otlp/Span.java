package com.anycompany.xray.local.otlp;

import java.util.List;
import java.util.Map;

/**
 * A span as OTLP carries it, in whichever encoding. Times are nanoseconds since the epoch, ids are hexadecimal, an
 * absent text is empty. Attribute values are strings, booleans, longs, doubles, and lists and maps of these.
 *
 * @param flags W3C's trace flags; bit 8 says that bit 9 is known, bit 9 that the parent is in another process
 */
public record Span(
        String traceId,
        String id,
        String parentId,
        String name,
        Kind kind,
        long start,
        long end,
        long flags,
        Map<String, Object> attributes,
        List<Event> events,
        List<Link> links,
        boolean failed,
        String statusMessage,
        Map<String, Object> resource,
        Scope scope) {

    private static final long PARENT_KNOWN = 0x100;
    private static final long PARENT_REMOTE = 0x200;

    /** In the order of their numbers on the wire. */
    public enum Kind {
        UNSPECIFIED,
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER;

        static Kind of(long number) {
            return number < 0 || number >= values().length ? UNSPECIFIED : values()[(int) number];
        }
    }

    /** Something that happened during a span; an exception, above all. */
    public record Event(String name, long time, Map<String, Object> attributes) {}

    /** Another trace that belongs to this one. */
    public record Link(String traceId, String spanId, Map<String, Object> attributes) {}

    /** The library that made a span. */
    public record Scope(String name, String version, Map<String, Object> attributes) {}

    boolean hasParent() {
        return !parentId.isEmpty() && !parentId.chars().allMatch(c -> c == '0');
    }

    /** Whether its parent runs in another process; without the flag, servers and consumers are taken to be called. */
    boolean entersProcess() {
        if (!hasParent()) {
            return true;
        }
        if ((flags & PARENT_KNOWN) != 0) {
            return (flags & PARENT_REMOTE) != 0;
        }
        return kind == Kind.SERVER || kind == Kind.CONSUMER;
    }
}

package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.SegmentDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits of AWS's OTLP endpoint (CloudWatch User Guide, "OTLP endpoints") for the spans of one export, and
 * OpenTelemetry's own rule that ids of zeros only are invalid. ADR 052 says what becomes of larger spans.
 */
public final class SpanLimits {

    /** Spans of one export; with more of them, AWS refuses the call. */
    static final int MAX_SPANS = 10_000;

    private static final int MAX_SPAN_BYTES = 200 * 1024;
    private static final int MAX_RESOURCE_BYTES = 16 * 1024;
    private static final Duration PAST = Duration.ofDays(14);
    private static final Duration FUTURE = Duration.ofHours(2);
    private static final long NANOS = 1_000_000_000L;

    private final Instant now;
    private final long oldestNanos;
    private final long newestNanos;
    private final boolean resourceMayBeTooLarge;
    private final boolean spanMayBeTooLarge;
    private @Nullable Map<String, Object> checkedResource;
    private Span.@Nullable Scope checkedScope;
    private @Nullable Refusal ofResourceOrScope;

    /** Those of the codes for documents that say what is wrong with a span. */
    public enum Code {
        InvalidTraceId,
        InvalidId,
        InvalidSegment
    }

    /**
     * Why a span is refused.
     *
     * @param bytes the size of what was too large; 0 if nothing was
     * @param hasChildren whether other spans may need it, so that a frame of it is kept
     */
    public record Refusal(Code code, String detail, int bytes, boolean hasChildren) {}

    /** @param exportBytes the size of the whole export, unpacked: no part of it is larger */
    public SpanLimits(Instant now, int exportBytes) {
        this.now = now;
        this.oldestNanos = nanos(now.minus(PAST));
        this.newestNanos = nanos(now.plus(FUTURE));
        this.resourceMayBeTooLarge = exportBytes > MAX_RESOURCE_BYTES;
        this.spanMayBeTooLarge = exportBytes > MAX_SPAN_BYTES;
    }

    /** Null if the span is within the limits. */
    public @Nullable Refusal check(Span span) {
        if (isZero(span.traceId())) {
            return new Refusal(Code.InvalidTraceId, "traceId has only zeros", 0, false);
        }
        if (isZero(span.id())) {
            return new Refusal(Code.InvalidId, "spanId has only zeros", 0, false);
        }
        Refusal time = checkTimes(span);
        return time != null || !resourceMayBeTooLarge ? time : checkSizes(span);
    }

    /** Null if what became of a span is no larger than X-Ray Local keeps. */
    public static @Nullable Refusal checkDocuments(List<String> documents) {
        int bytes = 0;
        for (String document : documents) {
            // three bytes a character at most
            if (document.length() > SegmentDocument.MAX_SPAN_BYTES / 3) {
                bytes = Math.max(bytes, document.getBytes(StandardCharsets.UTF_8).length);
            }
        }
        return bytes <= SegmentDocument.MAX_SPAN_BYTES
                ? null
                : new Refusal(
                        Code.InvalidSegment,
                        "the span's document has %,d bytes; at most %,d are accepted"
                                .formatted(bytes, SegmentDocument.MAX_SPAN_BYTES),
                        bytes,
                        true);
    }

    private static boolean isZero(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) != '0') {
                return false;
            }
        }
        return !id.isEmpty();
    }

    private @Nullable Refusal checkTimes(Span span) {
        String start = checkTime("startTimeUnixNano", span.start());
        String problem = start == null && span.end() != 0 ? checkTime("endTimeUnixNano", span.end()) : start;
        return problem == null ? null : new Refusal(Code.InvalidSegment, problem, 0, false);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS + time.getNano();
    }

    private @Nullable String checkTime(String name, long nanos) {
        if (nanos >= oldestNanos && nanos <= newestNanos) {
            return null;
        }
        Instant time = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
        return nanos < oldestNanos
                ? "%s is %s, more than 14 days back (now it is %s)".formatted(name, time, now)
                : "%s is %s, more than 2 hours ahead (now it is %s)".formatted(name, time, now);
    }

    private @Nullable Refusal checkSizes(Span span) {
        if (span.resource() != checkedResource || span.scope() != checkedScope) {
            checkedResource = span.resource();
            checkedScope = span.scope();
            ofResourceOrScope = checkResourceAndScope(span);
        }
        if (ofResourceOrScope != null || !spanMayBeTooLarge) {
            return ofResourceOrScope;
        }
        long bytes = span.name().length() + span.statusMessage().length() + bytes(span.attributes());
        for (Span.Event event : span.events()) {
            bytes += event.name().length() + bytes(event.attributes());
        }
        for (Span.Link link : span.links()) {
            bytes += link.traceId().length() + link.spanId().length() + bytes(link.attributes());
        }
        return bytes <= MAX_SPAN_BYTES ? null : tooLarge("span", bytes, MAX_SPAN_BYTES, span.attributes(), true);
    }

    private static @Nullable Refusal checkResourceAndScope(Span span) {
        long resource = bytes(span.resource());
        if (resource > MAX_RESOURCE_BYTES) {
            return tooLarge("resource", resource, MAX_RESOURCE_BYTES, span.resource(), false);
        }
        Span.Scope scope = span.scope();
        long bytes = scope.name().length() + scope.version().length() + bytes(scope.attributes());
        return bytes <= MAX_RESOURCE_BYTES
                ? null
                : tooLarge("scope", bytes, MAX_RESOURCE_BYTES, scope.attributes(), false);
    }

    private static Refusal tooLarge(
            String what, long bytes, int limit, Map<String, Object> attributes, boolean hasChildren) {
        String largest = "";
        long most = 0;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            long size = bytes(attribute.getValue());
            if (size > most) {
                most = size;
                largest = attribute.getKey();
            }
        }
        String which = most * 2 < bytes ? "" : " (the attribute %s has %,d)".formatted(largest, most);
        return new Refusal(
                Code.InvalidSegment,
                "the %s has %,d bytes; at most %,d are accepted%s".formatted(what, bytes, limit, which),
                (int) Math.min(Integer.MAX_VALUE, bytes),
                hasChildren);
    }

    /** About what a value has in protobuf: texts in UTF-8, eight bytes for anything else, and what stands around it. */
    private static long bytes(Object value) {
        if (value instanceof String text) {
            return utf8Length(text);
        }
        long bytes = 8;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                bytes += String.valueOf(entry.getKey()).length() + bytes(entry.getValue()) + 4;
            }
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                bytes += bytes(element) + 2;
            }
        }
        return bytes;
    }

    /** Counted only where it matters. */
    private static long utf8Length(String text) {
        int length = text.length();
        if (length < 1000) {
            return length;
        }
        long bytes = length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }
}

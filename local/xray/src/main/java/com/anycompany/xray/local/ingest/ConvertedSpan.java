package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.otlp.Span;
import com.anycompany.xray.local.otlp.SpanConverter;
import com.anycompany.xray.local.otlp.SpanLimits;
import com.anycompany.xray.local.parse.InvalidDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span and what became of it.
 *
 * @param refusal why it was refused; null if it wasn't
 * @param documents its segment documents; of a refused span a frame, if others may need it
 */
record ConvertedSpan(Span span, SpanLimits.@Nullable Refusal refusal, List<String> documents) {

    static ConvertedSpan of(Span span, SpanLimits limits) {
        SpanLimits.Refusal refusal = limits.check(span);
        List<String> made = refusal == null ? SpanConverter.toDocuments(span) : List.of();
        if (refusal == null) {
            refusal = SpanLimits.checkDocuments(made);
        }
        if (refusal != null) {
            made = refusal.hasChildren() ? SpanConverter.frameOfRefused(span, refusal.detail()) : List.of();
        }
        return new ConvertedSpan(span, refusal, made);
    }

    static InvalidDocument.Code code(SpanLimits.Refusal refusal) {
        return InvalidDocument.Code.valueOf(refusal.code().name());
    }

    /** The span in a few words, for those who look why it was refused. */
    String summary() {
        return "span \"%s\" of trace %s, parent %s".formatted(span.name(), span.traceId(), span.parentId());
    }
}

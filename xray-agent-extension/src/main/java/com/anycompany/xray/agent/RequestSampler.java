package com.anycompany.xray.agent;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Sampler of requests. A span with a parent is recorded if its parent is; the rules decide on a request that nobody has decided
 * on. What belongs to no request isn't recorded, such as a service's calls while it starts: the X-Ray SDK records nothing
 * without a segment either.
 */
final class RequestSampler implements Sampler {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    private final Sampler rules;
    private final PathPatterns ignored;

    RequestSampler(Sampler rules, PathPatterns ignored) {
        this.rules = rules;
        this.ignored = ignored;
    }

    @Override
    public SamplingResult shouldSample(
            Context parentContext,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        String path = attributes.get(PATH);
        if (kind == SpanKind.SERVER && path != null && ignored.match(path)) {
            return SamplingResult.drop();
        }
        SpanContext parent = Span.fromContext(parentContext).getSpanContext();
        if (parent.isValid()) {
            return parent.isSampled() ? SamplingResult.recordAndSample() : SamplingResult.drop();
        }
        return kind == SpanKind.SERVER
                ? rules.shouldSample(parentContext, traceId, name, kind, attributes, links)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "RequestSampler{" + rules.getDescription() + "}";
    }
}

package com.anycompany.xray.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestSamplerTests {

    private static final String TRACE = "6b0360010102030405060708090a0b0c";

    private final PathPatterns ignored = new PathPatterns(XRayExtension.IGNORED_PATHS);

    @Test
    void request_isDecidedOnByTheRules() {
        assertThat(decision(Sampler.alwaysOn(), Context.root(), SpanKind.SERVER, "/products"))
                .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(Sampler.alwaysOff(), Context.root(), SpanKind.SERVER, "/products"))
                .isEqualTo(SamplingDecision.DROP);
    }

    @Test
    void callersDecision_goesBeforeTheRules() {
        assertThat(decision(Sampler.alwaysOff(), called(TraceFlags.getSampled()), SpanKind.SERVER, "/products"))
                .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(Sampler.alwaysOn(), called(TraceFlags.getDefault()), SpanKind.SERVER, "/products"))
                .isEqualTo(SamplingDecision.DROP);
    }

    @Test
    void workWithoutRequest_isDropped() {
        assertThat(decision(Sampler.alwaysOn(), Context.root(), SpanKind.CLIENT, "/"))
                .isEqualTo(SamplingDecision.DROP);
        assertThat(decision(Sampler.alwaysOn(), Context.root(), SpanKind.INTERNAL, "/"))
                .isEqualTo(SamplingDecision.DROP);
    }

    @Test
    void ignoredPath_isDropped_evenIfTheCallerRecords() {
        for (String path : List.of("/actuator/health/readiness", "/css", "/css/shop.css", "/favicon.svg")) {
            assertThat(decision(Sampler.alwaysOn(), called(TraceFlags.getSampled()), SpanKind.SERVER, path))
                    .as(path)
                    .isEqualTo(SamplingDecision.DROP);
        }
        assertThat(decision(Sampler.alwaysOn(), Context.root(), SpanKind.SERVER, "/cssx"))
                .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    }

    private static Context called(TraceFlags flags) {
        return Context.root()
                .with(Span.wrap(
                        SpanContext.createFromRemoteParent(TRACE, "0102030405060708", flags, TraceState.getDefault())));
    }

    private SamplingDecision decision(Sampler rules, Context parent, SpanKind kind, String path) {
        return new RequestSampler(rules, ignored)
                .shouldSample(
                        parent, TRACE, "GET", kind, Attributes.of(AttributeKey.stringKey("url.path"), path), List.of())
                .getDecision();
    }
}

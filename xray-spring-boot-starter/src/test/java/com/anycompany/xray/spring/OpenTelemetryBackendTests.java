package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.MDC;

/** The tracing API in front of OpenTelemetry's SDK, in the place of the agent's. */
@Isolated("OpenTelemetry and the back end are those of the whole JVM")
class OpenTelemetryBackendTests {

    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();
    private TraceBackend before = TraceBackend.NONE;

    @BeforeEach
    void useOpenTelemetry() {
        before = CurrentTrace.backend();
        GlobalOpenTelemetry.resetForTest();
        OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(new Collector()))
                        .build())
                .buildAndRegisterGlobal();
        new OpenTelemetryBackend(new SegmentName("orderservice"), Clock.systemUTC());
    }

    @AfterEach
    void restore() {
        CurrentTrace.use(before);
        GlobalOpenTelemetry.resetForTest();
    }

    @Test
    void annotations_areAttributesThatAreListed() {
        RequestSpan request = inRequest(() -> {
            CurrentTrace.annotate("order_id", "a1");
            CurrentTrace.annotate("count", 2);
            CurrentTrace.annotate("price", 2.5);
            CurrentTrace.annotate("last_known", true);
            CurrentTrace.user("ana");
        });

        SpanData span = span("GET /orders");
        assertThat(span.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("order_id"), "a1")
                .containsEntry(AttributeKey.longKey("count"), 2L)
                .containsEntry(AttributeKey.doubleKey("price"), 2.5)
                .containsEntry(AttributeKey.booleanKey("last_known"), true)
                .containsEntry(AttributeKey.stringKey("enduser.id"), "ana")
                .containsEntry(RequestSpan.ANNOTATIONS, List.of("order_id", "count", "price", "last_known"));
        assertThat(request.traceId())
                .isEqualTo("1-" + span.getTraceId().substring(0, 8) + "-"
                        + span.getTraceId().substring(8));
    }

    @Test
    void annotationWithinMethod_isOneOfTheRequest() {
        inRequest(() -> {
            Span method = OpenTelemetryBackend.tracer().spanBuilder("place").startSpan();
            try (Scope scope = Context.current().with(method).makeCurrent()) {
                CurrentTrace.annotate("order_id", "a1");
            }
            method.end();
        });

        assertThat(span("GET /orders").getAttributes().get(AttributeKey.stringKey("order_id")))
                .isEqualTo("a1");
        assertThat(span("place").getAttributes().isEmpty()).isTrue();
    }

    @Test
    void exceptionAnsweredAsClientError_marksTheMethodWithTheStatus() {
        IllegalStateException declined = new IllegalStateException("declined");
        RequestSpan request = failing(declined);
        assertThat(ended)
                .as("it waits for the answer")
                .noneMatch(s -> s.getName().equals("pay"));

        request.finish(402, declined, false);

        assertThat(span("pay").getAttributes().get(STATUS)).isEqualTo(402L);
        assertThat(span("pay").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span("pay").getEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getName()).isEqualTo("exception"));
    }

    @Test
    void handledException_isFaultOfTheMethodOnly() {
        RequestSpan request = failing(new IllegalStateException("no answer"));

        request.finish(200, null, false);

        assertThat(span("pay").getAttributes().get(STATUS)).isNull();
        assertThat(span("pay").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span("GET /orders").getEvents()).isEmpty();
    }

    @Test
    void resumedWork_isCalledByTheSameCaller() {
        String trace = "1-6b036001-02030405060708090a0b0c0d";
        CurrentTrace.resume("Root=" + trace + ";Parent=0102030405060708;Sampled=1", () -> {
            CurrentTrace.annotate("settlement", true);
            assertThat(CurrentTrace.id()).contains(trace);
            assertThat(CurrentTrace.callerHeader()).contains("Root=" + trace + ";Parent=0102030405060708;Sampled=1");
        });

        SpanData span = span("orderservice");
        assertThat(span.getTraceId()).isEqualTo("6b03600102030405060708090a0b0c0d");
        assertThat(span.getParentSpanId()).isEqualTo("0102030405060708");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getAttributes().get(AttributeKey.booleanKey("settlement")))
                .isTrue();
    }

    @Test
    void failedResumedWork_isAFault() {
        assertThatThrownBy(() -> CurrentTrace.resume(
                        "Root=1-6b036001-02030405060708090a0b0c0d;Parent=0102030405060708;Sampled=1", () -> {
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");

        assertThat(span("orderservice").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void wrappedTask_belongsToTheTraceOnAnotherThread() {
        RequestSpan request = inRequest(() -> {
            Runnable task = CurrentTrace.wrap(() -> CurrentTrace.annotate("seen", true));
            Thread worker = new Thread(task);
            worker.start();
            try {
                worker.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(request.traceId()).startsWith("1-");
        assertThat(span("GET /orders").getAttributes().get(AttributeKey.booleanKey("seen")))
                .isTrue();
    }

    @Test
    void logLines_nameTheMethodsSpan_onOtherThreadsToo() throws Throwable {
        Map<String, String> seen = new ConcurrentHashMap<>();
        inRequest(() -> {
            try {
                new OpenTelemetryMethods().invoke(new Call(Map.class.getMethod("size"), () -> {
                    seen.put("method", String.valueOf(MDC.get(TraceIdInLogs.SPAN_KEY)));
                    Thread worker = new Thread(CurrentTrace.wrap(() -> {
                        seen.put("worker", String.valueOf(MDC.get(TraceIdInLogs.SPAN_KEY)));
                        seen.put("trace", String.valueOf(MDC.get(TraceIdInLogs.KEY)));
                    }));
                    worker.start();
                    worker.join();
                    return 0;
                }));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });

        String method = span("size").getSpanId();
        assertThat(seen).containsEntry("method", method).containsEntry("worker", method);
        assertThat(seen.get("trace")).startsWith("1-").hasSize(35);
        assertThat(MDC.get(TraceIdInLogs.SPAN_KEY)).as("afterwards").isNull();
        assertThat(MDC.get(TraceIdInLogs.KEY)).as("afterwards").isNull();
    }

    @Test
    void logLinesOfResumedWork_nameItsSpan() {
        AtomicReference<String> seen = new AtomicReference<>();
        CurrentTrace.resume(
                "Root=1-6b036001-02030405060708090a0b0c0d;Parent=0102030405060708;Sampled=1",
                () -> seen.set(MDC.get(TraceIdInLogs.SPAN_KEY)));

        assertThat(seen.get()).isEqualTo(span("orderservice").getSpanId());
    }

    /** A call of a method without arguments. */
    private record Call(Method method, Callable<Object> work) implements MethodInvocation {

        @Override
        public Method getMethod() {
            return method;
        }

        @Override
        public Object[] getArguments() {
            return new Object[0];
        }

        @Override
        public Object proceed() throws Exception {
            return work.call();
        }

        @Override
        public Object getThis() {
            return this;
        }

        @Override
        public AccessibleObject getStaticPart() {
            return method;
        }
    }

    private RequestSpan inRequest(Runnable work) {
        Span span = OpenTelemetryBackend.tracer().spanBuilder("GET /orders").startSpan();
        RequestSpan request = new RequestSpan(span, null, Clock.systemUTC());
        try (Scope scope = request.in(Context.root().with(span)).makeCurrent()) {
            work.run();
        }
        span.end();
        return request;
    }

    private RequestSpan failing(RuntimeException exception) {
        return inRequest(() -> {
            Span method = OpenTelemetryBackend.tracer().spanBuilder("pay").startSpan();
            RequestSpan.current().methodFailed(method, exception);
        });
    }

    private SpanData span(String name) {
        return ended.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private final class Collector implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            ended.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}

package com.anycompany.xray.local.junit;

import com.anycompany.xray.local.XRayLocalServer;
import com.anycompany.xray.local.store.StoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** An X-Ray Local that runs in this process for one test class: where it is, and what it has received. */
public final class LocalXRay implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REBINDING = Duration.ofSeconds(20);
    private static final long MEMORY = 64L << 20;

    private final Clock clock;
    private XRayLocalServer server;
    private final ApiClient api;
    private boolean untouched = true;

    private LocalXRay(Clock clock) throws IOException {
        this.clock = clock;
        this.server = serverAt(0);
        this.api = new ApiClient(endpoint());
    }

    static LocalXRay start(Clock clock) {
        try {
            return new LocalXRay(clock);
        } catch (IOException e) {
            throw new UncheckedIOException("X-Ray Local didn't start: " + e.getMessage(), e);
        }
    }

    private XRayLocalServer serverAt(int port) throws IOException {
        return XRayLocalServer.start(
                new XRayLocalServer.Options(
                        InetAddress.getLoopbackAddress(),
                        port,
                        Set.of(),
                        new StoreOptions(MEMORY, Duration.ofHours(1))),
                clock);
    }

    /** Starts it anew at the same port: nothing can be left over, neither traces nor rules nor groups. */
    void reset() {
        if (untouched) {
            untouched = false;
            return;
        }
        int port = server.port();
        server.close();
        server = Awaitility.await("port " + port + " to be free again")
                .atMost(REBINDING)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(IOException.class)
                .until(() -> serverAt(port), Objects::nonNull);
    }

    /** {@code 127.0.0.1:<port>}, UDP and TCP: what {@code AWS_XRAY_DAEMON_ADDRESS} wants. */
    public String address() {
        return "127.0.0.1:" + server.port();
    }

    /** {@code http://127.0.0.1:<port>}: the endpoint of AWS clients, and with {@code /v1/traces} of OpenTelemetry's. */
    public URI endpoint() {
        return URI.create("http://" + address());
    }

    /** The trace, as much as has arrived of it; an {@link AssertionError} if that is nothing. */
    public Trace trace(String id) {
        Trace trace = find(id);
        if (trace == null) {
            throw new AssertionError("X-Ray Local has no trace " + id + ". " + situation());
        }
        return trace;
    }

    /** Waits up to 10 s until the trace is complete: its root is there, nothing is in progress, no parent missing. */
    public Trace awaitTrace(String id) {
        return awaitTrace(id, trace -> TraceAssert.assertThat(trace).isComplete());
    }

    /** Waits up to 10 s until {@code assertions} hold for the trace, and fails with what didn't hold at the end. */
    public Trace awaitTrace(String id, Consumer<Trace> assertions) {
        return await(() -> {
            Trace trace = trace(id);
            assertions.accept(trace);
            return trace;
        });
    }

    /** Waits up to 10 s until {@code assertions} hold for the service graph of all that this test has sent. */
    public ServiceGraph awaitServiceGraph(Consumer<ServiceGraph> assertions) {
        return await(() -> {
            ServiceGraph graph = serviceGraph();
            assertions.accept(graph);
            return graph;
        });
    }

    private interface Attempt<T> {
        T make();
    }

    private static <T> T await(Attempt<T> attempt) {
        Attempts<T> attempts = new Attempts<>(attempt);
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(25))
                    .until(attempts::succeed);
        } catch (ConditionTimeoutException e) {
            throw attempts.failure();
        }
        return attempts.result();
    }

    /** Remembers the last outcome, so that a wait that was in vain can say what was missing. */
    private static final class Attempts<T> {
        private final Attempt<T> attempt;
        private @Nullable T result;
        private AssertionError last = new AssertionError("never tried");

        Attempts(Attempt<T> attempt) {
            this.attempt = attempt;
        }

        boolean succeed() {
            try {
                result = attempt.make();
                return true;
            } catch (AssertionError e) {
                last = e;
                return false;
            }
        }

        T result() {
            return Objects.requireNonNull(result);
        }

        AssertionError failure() {
            return new AssertionError("After " + PATIENCE.toSeconds() + " s: " + last.getMessage(), last);
        }
    }

    private @Nullable Trace find(String id) {
        List<?> traces = (List<?>) Objects.requireNonNull(
                api.call("/Traces", Map.of("TraceIds", List.of(id))).get("Traces"));
        return traces.isEmpty() ? null : Trace.of((Map<?, ?>) traces.get(0));
    }

    /** The traces that match a filter expression, or all with an empty one; newest first, at most 100. */
    public List<Trace> traces(String filterExpression) {
        return api.traceIds(filterExpression).stream().map(this::trace).toList();
    }

    public ServiceGraph serviceGraph() {
        return api.serviceGraph();
    }

    /** Why documents were refused, newest first: a trace that doesn't come may be among them. */
    public List<String> rejections() {
        return api.rejections();
    }

    private String situation() {
        List<String> ids = api.traceIds("");
        return "It has " + (ids.isEmpty() ? "no traces at all" : "these: " + ids) + ", and has refused "
                + (rejections().isEmpty() ? "no documents." : rejections());
    }

    @Override
    public void close() {
        server.close();
    }
}

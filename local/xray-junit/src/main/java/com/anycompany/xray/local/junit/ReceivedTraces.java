package com.anycompany.xray.local.junit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** What an X-Ray Local has received, wherever it runs: traces, the service graph, rejected documents. */
public class ReceivedTraces {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ApiClient api;

    ReceivedTraces(URI endpoint) {
        this.api = new ApiClient(endpoint);
    }

    /** @param endpoint of X-Ray Local, such as {@code http://localhost:2000} */
    public static ReceivedTraces at(URI endpoint) {
        return new ReceivedTraces(endpoint);
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
                    .atMost(TIMEOUT)
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
            return new AssertionError("After " + TIMEOUT.toSeconds() + " s: " + last.getMessage(), last);
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
}

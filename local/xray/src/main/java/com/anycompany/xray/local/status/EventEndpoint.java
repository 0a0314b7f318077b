package com.anycompany.xray.local.status;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Output;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /local/events}: POST adds an event, GET returns those of a period. */
public final class EventEndpoint implements Endpoint {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final int MAX_TEXT = 2000;

    private final EventLog events;
    private final Clock clock;

    public EventEndpoint(EventLog events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean serves(String method, String path) {
        return path.equals("/local/events") && METHODS.contains(method);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return request.method().equals("POST")
                ? HttpResponse.json(output(add(Input.of(request.body()))).json())
                : HttpResponse.json(list(request).json()).uncached();
    }

    private EventLog.Event add(Input input) {
        return events.add(
                input.has("time") ? input.requiredMillis("time") : clock.millis(),
                checkLength("type", input.requiredText("type")),
                checkLength("title", input.requiredText("title")),
                input.text("detail") == null ? null : checkLength("detail", input.requiredText("detail")));
    }

    private static String checkLength(String name, String value) {
        if (value.isEmpty()) {
            throw ApiException.invalid(name + " is required");
        }
        if (value.length() > MAX_TEXT) {
            throw ApiException.invalid(name + " must have at most " + MAX_TEXT + " characters");
        }
        return value;
    }

    private Output list(HttpRequest request) {
        long start = millis("start", request.parameter("start"), 0);
        long end = millis("end", request.parameter("end"), Long.MAX_VALUE);
        return new Output().put("events", events.between(start, end), EventEndpoint::output);
    }

    private static long millis(String name, @Nullable String seconds, long otherwise) {
        if (seconds == null) {
            return otherwise;
        }
        try {
            return Math.round(Double.parseDouble(seconds) * 1000);
        } catch (NumberFormatException e) {
            throw ApiException.invalid(name + " must be a time in seconds since the epoch");
        }
    }

    private static Output output(EventLog.Event event) {
        return new Output()
                .put("time", Output.seconds(event.millis()))
                .put("type", event.type())
                .put("title", event.title())
                .put("detail", event.detail());
    }
}

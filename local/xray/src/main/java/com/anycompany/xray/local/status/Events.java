package com.anycompany.xray.local.status;

import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.insight.Insight;
import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Output;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Things that happened beside the traces, such as a deployment or a killed service, for the console's time axis. */
public final class Events {

    private static final int KEPT = 1000;
    private static final int MAX_TEXT = 2000;

    private record Event(
            long millis,
            long number,
            String type,
            String title,
            @Nullable String detail) {}

    private final ConcurrentSkipListSet<Event> events =
            new ConcurrentSkipListSet<>(Comparator.comparingLong(Event::millis).thenComparing(Event::number));
    private final AtomicLong number = new AtomicLong();
    private final Clock clock;

    public Events(Clock clock) {
        this.clock = clock;
    }

    public Output add(Input input) {
        long millis = input.has("time") ? input.requiredMillis("time") : clock.millis();
        return output(add(
                millis,
                text("type", input.requiredText("type")),
                text("title", input.requiredText("title")),
                input.text("detail") == null ? null : text("detail", input.requiredText("detail"))));
    }

    /** An insight has opened or ended; AWS would notify through EventBridge, and only where a group asks for it. */
    public void insight(Group group, Insight insight) {
        if (group.notificationsEnabled()) {
            Long end = insight.endMillis();
            String title = (end == null ? "Insight: " : "Insight over: ")
                    + insight.rootCause().name();
            add(end == null ? insight.startMillis() : end, "insight", title, insight.summary());
        }
    }

    private Event add(long millis, String type, String title, @Nullable String detail) {
        Event event = new Event(millis, number.incrementAndGet(), type, title, detail);
        events.add(event);
        while (events.size() > KEPT) {
            events.pollFirst();
        }
        return event;
    }

    private static String text(String name, String value) {
        if (value.length() > MAX_TEXT) {
            throw ApiException.invalid(name + " must have at most " + MAX_TEXT + " characters");
        }
        return value;
    }

    /** Oldest first. */
    public Output between(long startMillis, long endMillis) {
        return new Output()
                .put(
                        "events",
                        events.stream()
                                .filter(event -> event.millis() >= startMillis && event.millis() < endMillis)
                                .toList(),
                        Events::output);
    }

    private static Output output(Event event) {
        return new Output()
                .put("time", Output.seconds(event.millis()))
                .put("type", event.type())
                .put("title", event.title())
                .put("detail", event.detail());
    }
}

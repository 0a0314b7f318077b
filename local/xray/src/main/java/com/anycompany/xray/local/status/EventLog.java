package com.anycompany.xray.local.status;

import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.insight.Insight;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Event log: the latest 1,000 events, such as a deployment or a killed service, for the console's time axis. */
public final class EventLog {

    private static final int CAPACITY = 1000;

    private final ConcurrentSkipListSet<Event> events =
            new ConcurrentSkipListSet<>(Comparator.comparingLong(Event::millis).thenComparing(Event::number));
    private final AtomicLong lastNumber = new AtomicLong();

    /** @param number distinguishes events of the same time */
    record Event(
            long millis,
            long number,
            String type,
            String title,
            @Nullable String detail) {}

    Event add(long millis, String type, String title, @Nullable String detail) {
        Event event = new Event(millis, lastNumber.incrementAndGet(), type, title, detail);
        events.add(event);
        while (events.size() > CAPACITY) {
            events.pollFirst();
        }
        return event;
    }

    /** Adds an insight that has opened or ended, if its group has notifications enabled. AWS notifies by EventBridge. */
    public void addInsight(Group group, Insight insight) {
        if (group.notificationsEnabled()) {
            Long end = insight.endMillis();
            String title = (end == null ? "Insight: " : "Insight over: ")
                    + insight.rootCause().name();
            add(end == null ? insight.startMillis() : end, "insight", title, insight.summary());
        }
    }

    /** The events in {@code [startMillis, endMillis)}, oldest first. */
    List<Event> between(long startMillis, long endMillis) {
        return events.stream()
                .filter(event -> event.millis() >= startMillis && event.millis() < endMillis)
                .toList();
    }
}

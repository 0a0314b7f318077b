package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builder of an active insight: adds up its impact minute by minute.
 *
 * <p>The current minute is observed several times, and each observation replaces the previous one. After the minute has ended,
 * its numbers are added to the sum.
 */
final class OngoingInsight {

    /** The number of minutes of a day, and some changes of the root cause. The oldest events are removed. */
    private static final int MAX_EVENTS = 1500;

    private static final int MINUTE = 60;

    private final UUID id = UUID.randomUUID();
    private final long number;
    private final String group;
    private final int startSecond;
    private final Set<NodeId> services = new LinkedHashSet<>();
    private final Deque<InsightEvent> events = new ArrayDeque<>();
    private Incident latest;
    private int anomalousUntil;
    private long updatedMillis;
    private Impact clients = Impact.NONE;
    private Impact rootCause = Impact.NONE;
    private Impact clientsThisMinute = Impact.NONE;
    private Impact rootCauseThisMinute = Impact.NONE;
    private @Nullable Long endMillis;

    OngoingInsight(long number, String group, int minute, Incident incident) {
        this.number = number;
        this.group = group;
        this.startSecond = minute;
        this.latest = incident;
    }

    boolean concerns(Incident incident) {
        return incident.services().stream().anyMatch(services::contains) || services.contains(incident.rootCause());
    }

    /** Replaces the incident of the given minute, which may not have ended yet. */
    void observe(int minute, Incident incident, long nowMillis) {
        boolean isNew = services.isEmpty();
        boolean moved = !incident.rootCause().equals(latest.rootCause());
        latest = incident;
        services.addAll(incident.services());
        services.add(incident.rootCause());
        clientsThisMinute = incident.clients();
        rootCauseThisMinute = incident.impact();
        anomalousUntil = minute + MINUTE;
        updatedMillis = nowMillis;
        if (isNew) {
            record("Began: " + summary(), nowMillis);
        } else if (moved) {
            record("The root cause is now " + incident.rootCause().name(), nowMillis);
        }
    }

    /** Adds the numbers of a minute that has ended. */
    void closeMinute(int minute) {
        clients = clients.plus(clientsThisMinute);
        rootCause = rootCause.plus(rootCauseThisMinute);
        clientsThisMinute = Impact.NONE;
        rootCauseThisMinute = Impact.NONE;
        if (anomalousUntil == minute + MINUTE) {
            record("Goes on: " + summary(), anomalousUntil * 1000L);
        }
    }

    /** The seconds without an anomaly at the end of a minute. */
    int quietSeconds(int minute) {
        return minute + MINUTE - anomalousUntil;
    }

    void end(long nowMillis) {
        endMillis = anomalousUntil * 1000L;
        updatedMillis = nowMillis;
        record("Over: " + summary(), nowMillis);
    }

    private void record(String text, long millis) {
        if (events.size() == MAX_EVENTS) {
            events.removeFirst();
        }
        events.add(event(text, millis));
    }

    private InsightEvent event(String text, long millis) {
        return new InsightEvent(millis, text, clients(), rootCause(), latest.services());
    }

    private Impact clients() {
        return clients.plus(clientsThisMinute);
    }

    private Impact rootCause() {
        return rootCause.plus(rootCauseThisMinute);
    }

    /**
     * Two sentences, what failed and whom it reached. Programs, such as Grafana's data source, cut them at the first full stop,
     * so a name with a full stop isn't mentioned.
     */
    private String summary() {
        String name = latest.rootCause().name();
        return "%s failed %s. Of the clients' requests that may have reached it, %s failed."
                .formatted(
                        name.contains(".") ? "The root cause" : name,
                        rootCause().inWords(),
                        clients().inWords());
    }

    Insight now() {
        return new Insight(
                id,
                number,
                group,
                latest.rootCause(),
                startSecond * 1000L,
                endMillis,
                event(summary(), updatedMillis),
                List.copyOf(events));
    }
}

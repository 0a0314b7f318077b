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
 * An insight while its incident goes on: adds up minute after minute.
 *
 * <p>The current minute is looked at several times, so its numbers replace each other; once it is over they are added
 * for good.
 */
final class OngoingInsight {

    /** A day of minutes and some changes; then the oldest go. */
    private static final int MAX_EVENTS = 1500;

    private static final int MINUTE = 60;

    private final String id = UUID.randomUUID().toString();
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

    /** The incident as it is in the given minute, as far as that has come. */
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

    /** A minute is over: its numbers are final. */
    void closeMinute(int minute) {
        clients = clients.plus(clientsThisMinute);
        rootCause = rootCause.plus(rootCauseThisMinute);
        clientsThisMinute = Impact.NONE;
        rootCauseThisMinute = Impact.NONE;
        if (anomalousUntil == minute + MINUTE) {
            record("Goes on: " + summary(), anomalousUntil * 1000L);
        }
    }

    /** How long it has been quiet at the end of a minute. */
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
        events.add(new InsightEvent(millis, text, clients(), rootCause(), latest.services()));
    }

    private Impact clients() {
        return clients.plus(clientsThisMinute);
    }

    private Impact rootCause() {
        return rootCause.plus(rootCauseThisMinute);
    }

    private String summary() {
        return "%s failed %s; of the clients' requests that may have reached it, %s failed"
                .formatted(
                        latest.rootCause().name(),
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
                updatedMillis,
                summary(),
                clients(),
                rootCause(),
                latest.services(),
                List.copyOf(events));
    }
}

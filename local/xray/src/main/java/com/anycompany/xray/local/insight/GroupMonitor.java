package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Anomaly detection for the services of one group, minute by minute.
 *
 * <pre>
 * 10:01 has ended  all services as usual              their baselines learn it
 * 10:02:35         orders: 12 of 30 failed            an insight opens, before the minute is over
 * 10:02 … 10:06    orders fails                       the insight adds up; the baseline of orders hardly learns
 * 10:07 … 10:09    all as usual, three minutes long   the insight closes; it ended at 10:07
 * </pre>
 *
 * <p>An evaluation reads the service graph of one minute, which is aggregated already. So its cost depends on the number of
 * services, not of traces.
 */
final class GroupMonitor {

    private static final int MINUTE = 60;

    /** A trace is counted a moment after it was received. */
    private static final int GRACE_SECONDS = 3;

    /** At its start, the monitor learns the baselines from the hour before. */
    private static final int LEARNING_SECONDS = 60 * MINUTE;

    private static final int QUIET_SECONDS = 3 * MINUTE;
    private static final int FORGOTTEN_SECONDS = 24 * 60 * MINUTE;

    private final String group;
    private final int groupNumber;
    private final GraphSource graphs;
    private final LongSupplier numbers;
    private final Map<NodeId, ServiceState> services = new HashMap<>();
    private final List<OngoingInsight> ongoing = new ArrayList<>();
    private final List<Insight> ended = new ArrayList<>();
    private int minute;

    /** The state of one service. */
    private static final class ServiceState {
        private final Baseline baseline = new Baseline();
        private int seenSecond;
    }

    GroupMonitor(String group, int groupNumber, GraphSource graphs, LongSupplier numbers) {
        this.group = group;
        this.groupNumber = groupNumber;
        this.graphs = graphs;
        this.numbers = numbers;
    }

    int groupNumber() {
        return groupNumber;
    }

    /** Evaluates the minutes since the last evaluation, and the current one. */
    void evaluate(long nowMillis) {
        int now = (int) (nowMillis / 1000);
        int current = now / MINUTE * MINUTE;
        boolean clockJumped = minute > current;
        if (clockJumped) {
            minute = current;
        }
        minute = Math.max(minute, current - LEARNING_SECONDS);
        while (minute + MINUTE + GRACE_SECONDS <= now) {
            ServiceGraph graph = observe(nowMillis);
            closeMinute(graph, nowMillis);
            minute += MINUTE;
        }
        observe(nowMillis);
    }

    private ServiceGraph observe(long nowMillis) {
        ServiceGraph graph = graphs.between(groupNumber, minute, minute + MINUTE);
        for (Incident incident : Incident.in(graph, this::isAnomalous)) {
            insight(incident).observe(minute, incident, nowMillis);
        }
        return graph;
    }

    private OngoingInsight insight(Incident incident) {
        return ongoing.stream()
                .filter(insight -> insight.concerns(incident))
                .findFirst()
                .orElseGet(() -> open(incident));
    }

    private OngoingInsight open(Incident incident) {
        OngoingInsight insight = new OngoingInsight(numbers.getAsLong(), group, minute, incident);
        ongoing.add(insight);
        return insight;
    }

    private boolean isAnomalous(ServiceGraph.Service service) {
        return state(service.id())
                .baseline
                .isAnomaly(service.statistics().fault(), service.statistics().total());
    }

    private ServiceState state(NodeId service) {
        return services.computeIfAbsent(service, id -> new ServiceState());
    }

    private void closeMinute(ServiceGraph graph, long nowMillis) {
        for (ServiceGraph.Service service : graph.services()) {
            ServiceState state = state(service.id());
            state.baseline.learn(
                    service.statistics().fault(), service.statistics().total());
            state.seenSecond = minute;
        }
        services.values().removeIf(service -> service.seenSecond < minute - FORGOTTEN_SECONDS);
        Iterator<OngoingInsight> insights = ongoing.iterator();
        while (insights.hasNext()) {
            OngoingInsight insight = insights.next();
            insight.closeMinute(minute);
            if (insight.quietSeconds(minute) >= QUIET_SECONDS) {
                insight.end(nowMillis);
                ended.add(insight.now());
                insights.remove();
            }
        }
    }

    /** Ends all active insights, because the group has insights disabled. */
    void stop(long nowMillis) {
        for (OngoingInsight insight : ongoing) {
            insight.end(nowMillis);
            ended.add(insight.now());
        }
        ongoing.clear();
    }

    List<Insight> ongoing() {
        return ongoing.stream().map(OngoingInsight::now).toList();
    }

    /** The insights that have ended since the last call. */
    List<Insight> takeEnded() {
        List<Insight> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }
}

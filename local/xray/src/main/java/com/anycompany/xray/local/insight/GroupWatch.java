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
 * Watches the services of one group, a minute at a time.
 *
 * <pre>
 * 10:01 is over    all services as usual              their baselines learn it
 * 10:02:35         orders: 12 of 30 failed            an insight opens, before the minute is over
 * 10:02 … 10:06    orders fails                       the insight adds up; the baseline of orders hardly learns
 * 10:07 … 10:09    all as usual, three minutes long   the insight closes; it ended at 10:07
 * </pre>
 *
 * <p>Each look reads the graph of one minute, which is already added up, so it costs what there are services, and not
 * what there are traces.
 */
final class GroupWatch {

    private static final int MINUTE = 60;

    /** What was received in a minute may be aggregated a little later. */
    private static final int GRACE_SECONDS = 3;

    /** When the watch begins, the hour before is looked at, so that there is something to compare with. */
    private static final int LOOK_BACK = 60 * MINUTE;

    private static final int QUIET_SECONDS = 3 * MINUTE;
    private static final int FORGOTTEN_SECONDS = 24 * 60 * MINUTE;

    private final String group;
    private final int groupNumber;
    private final GraphSource graphs;
    private final LongSupplier numbers;
    private final Map<NodeId, Known> known = new HashMap<>();
    private final List<OngoingInsight> ongoing = new ArrayList<>();
    private final List<Insight> ended = new ArrayList<>();
    private int minute;

    /** What is known of a service. */
    private static final class Known {
        private final Baseline baseline = new Baseline();
        private int seen;
    }

    GroupWatch(String group, int groupNumber, GraphSource graphs, LongSupplier numbers) {
        this.group = group;
        this.groupNumber = groupNumber;
        this.graphs = graphs;
        this.numbers = numbers;
    }

    int groupNumber() {
        return groupNumber;
    }

    /** Looks at what has happened since the last look. */
    void look(long nowMillis) {
        int now = (int) (nowMillis / 1000);
        int current = now / MINUTE * MINUTE;
        boolean clockJumped = minute > current;
        if (clockJumped) {
            minute = current;
        }
        minute = Math.max(minute, current - LOOK_BACK);
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
        return known(service.id())
                .baseline
                .isAnomaly(service.statistics().fault(), service.statistics().total());
    }

    private Known known(NodeId service) {
        return known.computeIfAbsent(service, id -> new Known());
    }

    private void closeMinute(ServiceGraph graph, long nowMillis) {
        for (ServiceGraph.Service service : graph.services()) {
            Known services = known(service.id());
            services.baseline.learn(
                    service.statistics().fault(), service.statistics().total());
            services.seen = minute;
        }
        known.values().removeIf(service -> service.seen < minute - FORGOTTEN_SECONDS);
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

    /** Nobody wants to know any more. */
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

    /** The insights that have ended since this was asked last. */
    List<Insight> takeEnded() {
        List<Insight> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }
}

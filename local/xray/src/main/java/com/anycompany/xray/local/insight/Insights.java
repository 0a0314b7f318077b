package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.group.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Insight detection: evaluates the groups that have insights enabled, and keeps their insights for 30 days. */
public final class Insights {

    private static final long PERIOD_MILLIS = 5_000;
    private static final long KEPT_MILLIS = 30L * 24 * 3_600_000;
    private static final int KEPT = 1_000;

    private final Groups groups;
    private final GraphSource graphs;
    private final Map<String, GroupMonitor> monitors = new HashMap<>();
    private final List<Insight> ended = new ArrayList<>();
    private final BiConsumer<Group, Insight> listener;
    private long evaluatedMillis;
    private long number;

    /** @param listener is called when an insight has opened or ended */
    public Insights(Groups groups, GraphSource graphs, BiConsumer<Group, Insight> listener) {
        this.groups = groups;
        this.graphs = graphs;
        this.listener = listener;
    }

    /** Evaluates what is new, at most every five seconds however often it is called. */
    public synchronized void evaluate(long nowMillis) {
        if (Math.abs(nowMillis - evaluatedMillis) < PERIOD_MILLIS) {
            return;
        }
        evaluatedMillis = nowMillis;
        List<Group> all = groups.all();
        all.forEach(group -> evaluate(group, nowMillis));
        removeOld(all, nowMillis);
    }

    private void evaluate(Group group, long nowMillis) {
        GroupMonitor monitor = monitors.get(group.arn());
        if (monitor == null && !group.insightsEnabled()) {
            return;
        }
        if (monitor == null || monitor.groupNumber() != group.number()) {
            monitor = new GroupMonitor(group.name(), group.number(), graphs, () -> ++number);
            monitors.put(group.arn(), monitor);
        }
        long before = number;
        if (group.insightsEnabled()) {
            monitor.evaluate(nowMillis);
        } else {
            monitor.stop(nowMillis);
            monitors.remove(group.arn());
        }
        List<Insight> over = monitor.takeEnded();
        ended.addAll(over);
        Stream.concat(monitor.ongoing().stream(), over.stream())
                .filter(insight -> insight.number() > before || !insight.isActive())
                .forEach(insight -> listener.accept(group, insight));
    }

    private void removeOld(List<Group> all, long nowMillis) {
        List<String> names = all.stream().map(Group::name).toList();
        monitors.keySet().retainAll(all.stream().map(Group::arn).toList());
        ended.removeIf(insight ->
                !names.contains(insight.groupName()) || !insight.touches(nowMillis - KEPT_MILLIS, Long.MAX_VALUE));
        while (ended.size() > KEPT) {
            ended.remove(0);
        }
    }

    /** All insights, the latest first. */
    public synchronized List<Insight> all() {
        return Stream.concat(ended.stream(), monitors.values().stream().flatMap(monitor -> monitor.ongoing().stream()))
                .sorted(Comparator.comparingLong(Insight::number).reversed())
                .toList();
    }

    public Optional<Insight> withId(String id) {
        return all().stream()
                .filter(insight -> insight.id().toString().equals(id))
                .findAny();
    }
}

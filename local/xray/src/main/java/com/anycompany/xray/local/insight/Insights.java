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

/** The insights of all groups that want some. */
public final class Insights {

    private static final long LOOK_EVERY_MILLIS = 5_000;
    private static final long KEPT_MILLIS = 30L * 24 * 3_600_000;
    private static final int KEPT = 1_000;

    private final Groups groups;
    private final GraphSource graphs;
    private final Map<String, GroupWatch> watches = new HashMap<>();
    private final List<Insight> ended = new ArrayList<>();
    private final BiConsumer<Group, Insight> listener;
    private long lookedMillis;
    private long number;

    /** @param listener is called when an insight has opened or ended */
    public Insights(Groups groups, GraphSource graphs, BiConsumer<Group, Insight> listener) {
        this.groups = groups;
        this.graphs = graphs;
        this.listener = listener;
    }

    /** Evaluates what is new, at most every five seconds however often it is called. */
    public synchronized void look(long nowMillis) {
        if (Math.abs(nowMillis - lookedMillis) < LOOK_EVERY_MILLIS) {
            return;
        }
        lookedMillis = nowMillis;
        List<Group> all = groups.all();
        all.forEach(group -> look(group, nowMillis));
        forget(all, nowMillis);
    }

    private void look(Group group, long nowMillis) {
        GroupWatch watch = watches.get(group.arn());
        if (watch == null && !group.insightsEnabled()) {
            return;
        }
        if (watch == null || watch.groupNumber() != group.number()) {
            watch = new GroupWatch(group.name(), group.number(), graphs, () -> ++number);
            watches.put(group.arn(), watch);
        }
        long before = number;
        if (group.insightsEnabled()) {
            watch.look(nowMillis);
        } else {
            watch.stop(nowMillis);
            watches.remove(group.arn());
        }
        List<Insight> over = watch.takeEnded();
        ended.addAll(over);
        Stream.concat(watch.ongoing().stream(), over.stream())
                .filter(insight -> insight.number() > before || !insight.isActive())
                .forEach(insight -> listener.accept(group, insight));
    }

    private void forget(List<Group> all, long nowMillis) {
        List<String> names = all.stream().map(Group::name).toList();
        watches.keySet().retainAll(all.stream().map(Group::arn).toList());
        ended.removeIf(insight ->
                !names.contains(insight.groupName()) || !insight.touches(nowMillis - KEPT_MILLIS, Long.MAX_VALUE));
        while (ended.size() > KEPT) {
            ended.remove(0);
        }
    }

    /** All that there are, the latest first. */
    public synchronized List<Insight> all() {
        return Stream.concat(ended.stream(), watches.values().stream().flatMap(watch -> watch.ongoing().stream()))
                .sorted(Comparator.comparingLong(Insight::number).reversed())
                .toList();
    }

    public Optional<Insight> withId(String id) {
        return all().stream().filter(insight -> insight.id().equals(id)).findAny();
    }
}

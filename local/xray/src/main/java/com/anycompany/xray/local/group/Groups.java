package com.anycompany.xray.local.group;

import com.anycompany.xray.local.filter.FilterLanguage;
import com.anycompany.xray.local.filter.GroupBits;
import com.anycompany.xray.local.filter.InvalidFilter;
import com.anycompany.xray.local.filter.Subject;
import com.anycompany.xray.local.filter.TraceFilter;
import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.graph.ServiceGraphs;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The groups; Default always exists.
 *
 * <p>Each group's expression is compiled once, and evaluated once for each aggregated trace. The result is stored with the trace
 * as a bit, so that a changed expression applies to new traces only, as in X-Ray. When a late document arrives, the trace is
 * assigned anew. A trace that isn't indexed is in no group.
 *
 * <pre>
 * checkout  bit 0  http.url CONTAINS "/checkout"   T7: 01
 * slow      bit 1  responsetime > 2                T8: 11
 * </pre>
 */
public final class Groups implements Memberships, GroupBits {

    /** X-Ray's limit, besides Default. */
    public static final int MAX_CUSTOM = 25;

    private static final String ARN = "arn:aws:xray:us-east-1:" + Entity.OWN_ACCOUNT + ":group/";

    private final FilterLanguage language = new FilterLanguage();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final BitSet numbers = new BitSet();

    /** How many groups have been created, deleted ones included. */
    private long created;

    private final Indexing indexing;

    private volatile List<Member> members = List.of();

    /** A group and its compiled expression. */
    private record Member(Group group, TraceFilter filter) {}

    public Groups() {
        this(Indexing.ALL);
    }

    /** @param indexing of {@code TransactionSearch} */
    public Groups(Indexing indexing) {
        this.indexing = indexing;
        groups.put(
                Group.DEFAULT,
                new Group(Group.DEFAULT, ARN + Group.DEFAULT, ServiceGraphs.ALL_TRACES, null, 0, false, false));
    }

    public synchronized List<Group> all() {
        return List.copyOf(groups.values());
    }

    public synchronized Optional<Group> named(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    public synchronized Optional<Group> withArn(String arn) {
        return groups.values().stream().filter(group -> group.arn().equals(arn)).findAny();
    }

    public synchronized boolean isFull() {
        return groups.size() > MAX_CUSTOM;
    }

    /**
     * Creates a group, to which traces are assigned from now on.
     *
     * @throws InvalidFilter if the expression is invalid
     */
    public synchronized Group create(
            String name, @Nullable String expression, boolean insights, boolean notifications) {
        TraceFilter filter = compile(expression);
        int number = numbers.nextClearBit(0);
        Group group = new Group(name, arn(name), number, expression, 0, insights, notifications);
        numbers.set(number);
        put(group, filter);
        return group;
    }

    /**
     * Changes a group's expression. Traces that were assigned already are not assigned anew.
     *
     * @throws InvalidFilter if the expression is invalid
     */
    public synchronized void setFilter(String name, @Nullable String expression, long nowMillis) {
        TraceFilter filter = compile(expression);
        change(name, filter, group -> group.withFilter(expression, nowMillis));
    }

    public synchronized void setInsights(String name, boolean insights, boolean notifications) {
        change(name, null, group -> group.withInsights(insights, notifications));
    }

    private void change(String name, @Nullable TraceFilter filter, UnaryOperator<Group> change) {
        Group group = groups.get(name);
        if (group != null) {
            Group changed = change.apply(group);
            if (group.isDefault()) {
                groups.put(name, changed);
            } else {
                put(changed, filter == null ? filterOf(group) : filter);
            }
        }
    }

    private TraceFilter filterOf(Group group) {
        return members.stream()
                .filter(member -> member.group().number() == group.number())
                .map(Member::filter)
                .findAny()
                .orElse(TraceFilter.ALL);
    }

    /** @param forget removes the group's bit, given by its number, from all traces, so that another group can use it */
    public synchronized void delete(Group group, IntConsumer forget) {
        groups.remove(group.name());
        replace(group, null);
        forget.accept(group.number());
        numbers.clear(group.number());
    }

    private void put(Group group, TraceFilter filter) {
        groups.put(group.name(), group);
        replace(group, new Member(group, filter));
    }

    private void replace(Group group, @Nullable Member member) {
        List<Member> changed = new ArrayList<>(members);
        changed.removeIf(each -> each.group().number() == group.number());
        if (member != null) {
            changed.add(member);
        }
        members = List.copyOf(changed);
    }

    private TraceFilter compile(@Nullable String expression) {
        return expression == null ? TraceFilter.ALL : language.compile(expression);
    }

    /** A group that is created again has another ARN, and the same group has the same one after a restart. */
    private String arn(String name) {
        return ARN + name + "/" + UniqueId.of(name + "/" + ++created);
    }

    @Override
    public long of(TraceId id, AssembledTrace trace) {
        List<Member> evaluated = members;
        if (evaluated.isEmpty() || !indexing.includes(id, trace.firstReceivedMillis())) {
            return 0;
        }
        Subject subject = new Subject(trace, 0);
        long bits = 0;
        for (Member member : evaluated) {
            if (member.filter().matches(subject)) {
                bits |= member.group().bit();
            }
        }
        return bits;
    }

    @Override
    public @Nullable Long ofName(String name) {
        return named(name).map(Group::bit).orElse(null);
    }

    @Override
    public @Nullable Long ofArn(String arn) {
        return withArn(arn).map(Group::bit).orElse(null);
    }
}

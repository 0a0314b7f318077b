package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.Tags;
import com.anycompany.xray.local.filter.InvalidFilter;
import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.store.TraceStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Groups: named filter expressions. */
public final class GroupOperations {

    private final Groups groups;
    private final TraceStore store;
    private final Tags tags;
    private final Clock clock;

    public GroupOperations(Groups groups, TraceStore store, Tags tags, Clock clock) {
        this.groups = groups;
        this.store = store;
        this.tags = tags;
        this.clock = clock;
        groups.all().forEach(group -> tags.put(group.arn(), Tags.NONE));
    }

    public void addTo(Operations operations) {
        operations
                .add("/Groups", this::getGroups)
                .add("/GetGroup", input -> answer(find(input)))
                .add("/CreateGroup", this::createGroup)
                .add("/UpdateGroup", this::updateGroup)
                .add("/DeleteGroup", this::deleteGroup);
    }

    private Output getGroups(Input input) {
        if (input.has("NextToken")) {
            throw ApiException.invalid("Next Token not supported");
        }
        return new Output().put("Groups", groups.all(), GroupOperations::output).put("NextToken", null);
    }

    private synchronized Output createGroup(Input input) {
        String name = input.requiredText("GroupName");
        if (!name.matches("[a-zA-Z0-9-]{1,32}")) {
            throw ApiException.invalid("GroupName must be 1 to 32 letters, digits or dashes");
        }
        if (groups.named(name).isPresent()) {
            throw ApiException.invalid(name + " already exists");
        }
        if (groups.isFull()) {
            throw ApiException.invalid("There can be at most " + Groups.MAX_CUSTOM + " groups besides Default");
        }
        InsightSwitches insights = InsightSwitches.of(input, false, false);
        Map<String, String> wanted = Tags.read(input);
        Group group = checked(() -> groups.create(name, expression(input), insights.enabled(), insights.notifies()));
        tags.put(group.arn(), wanted);
        return answer(group);
    }

    private synchronized Output updateGroup(Input input) {
        Group group = find(input);
        if (group.isDefault() && input.has("FilterExpression")) {
            throw ApiException.invalid("The filter expression of the default group cannot be modified");
        }
        InsightSwitches insights = InsightSwitches.of(input, group.insightsEnabled(), group.notificationsEnabled());
        if (input.has("FilterExpression")
                && !String.valueOf(group.filterExpression()).equals(expression(input))) {
            checked(() -> {
                groups.filter(group.name(), expression(input), clock.millis());
                return group;
            });
        }
        groups.insights(group.name(), insights.enabled(), insights.notifies());
        return answer(find(input));
    }

    private static @Nullable String expression(Input input) {
        String expression = input.text("FilterExpression");
        return expression == null || expression.isBlank() ? null : expression;
    }

    private static Group checked(Supplier<Group> change) {
        try {
            return change.get();
        } catch (InvalidFilter e) {
            throw ApiException.invalid(String.valueOf(e.getMessage()));
        }
    }

    private synchronized Output deleteGroup(Input input) {
        Group group = find(input);
        if (group.isDefault()) {
            throw ApiException.invalid("The default group cannot be deleted");
        }
        groups.delete(group, store::forgetGroup);
        tags.forget(group.arn());
        return new Output();
    }

    /** The group that a request names. */
    public Group find(Input input) {
        return lookUp(input).orElseThrow(() -> ApiException.invalid("Group not found"));
    }

    private Optional<Group> lookUp(Input input) {
        String name = input.text("GroupName");
        String arn = input.text("GroupARN");
        if (name == null && arn == null) {
            throw ApiException.invalid("GroupName or GroupARN is required");
        }
        return name != null ? groups.named(name) : groups.withArn(String.valueOf(arn));
    }

    /** A group that is known to have been there. */
    public Group named(String name) {
        return groups.named(name).orElseThrow(() -> ApiException.invalid("Group not found"));
    }

    /** The group that a graph or a time series is asked for: Default unless another one is named. */
    public Group chosen(Input input) {
        Optional<Group> group =
                input.has("GroupName") || input.has("GroupARN") ? lookUp(input) : groups.named(Group.DEFAULT);
        return group.orElseThrow(() -> ApiException.invalid("Group not found."));
    }

    /** Whether some of a graph's traces may have been put into the group by an earlier expression. */
    public static boolean isOld(Group group, ServiceGraph graph) {
        return !graph.isEmpty() && group.hadAnotherFilterAt(graph.startSecond() * 1000L);
    }

    private static Output answer(Group group) {
        return new Output().put("Group", output(group));
    }

    private static Output output(Group group) {
        return new Output()
                .put("GroupName", group.name())
                .put("GroupARN", group.arn())
                .put("FilterExpression", group.filterExpression())
                .put(
                        "InsightsConfiguration",
                        new Output()
                                .put("InsightsEnabled", group.insightsEnabled())
                                .put("NotificationsEnabled", group.notificationsEnabled()));
    }
}

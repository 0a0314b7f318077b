package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.Tags;
import com.anycompany.xray.local.filter.InvalidFilter;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.store.TraceStore;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** GetGroups, GetGroup, CreateGroup, UpdateGroup and DeleteGroup. */
public final class GroupOperations {

    private final Groups groups;
    private final TraceStore store;
    private final Tags tags;
    private final Clock clock;

    private record CreateGroupRequest(
            String name, @Nullable String filterExpression, InsightsConfiguration insights, Map<String, String> tags) {

        static CreateGroupRequest of(Input input) {
            String name = input.requiredText("GroupName");
            if (!name.matches("[a-zA-Z0-9_-]+")) {
                throw ApiException.invalid("GroupName can contain letters, digits, - and _ only");
            }
            if (name.equalsIgnoreCase(Group.DEFAULT)) {
                throw ApiException.invalid("The GroupName " + name + " is reserved: " + Group.DEFAULT
                        + " already exists, and contains all traces");
            }
            return new CreateGroupRequest(
                    name,
                    requiredExpression(input),
                    InsightsConfiguration.of(input, false, false),
                    TagOperations.tags(input));
        }
    }

    /** @param changesFilter whether the expression differs from the group's */
    private record UpdateGroupRequest(
            Group group, boolean changesFilter, @Nullable String filterExpression, InsightsConfiguration insights) {

        static UpdateGroupRequest of(Input input, Groups groups) {
            Group group = GroupMember.required(input, groups);
            if (group.isDefault() && input.has("FilterExpression")) {
                throw ApiException.invalid("The filter expression of the default group cannot be modified");
            }
            String expression = group.isDefault() ? null : requiredExpression(input);
            return new UpdateGroupRequest(
                    group,
                    input.has("FilterExpression") && !Objects.equals(group.filterExpression(), expression),
                    expression,
                    InsightsConfiguration.of(input, group.insightsEnabled(), group.notificationsEnabled()));
        }
    }

    public GroupOperations(Groups groups, TraceStore store, Tags tags, Clock clock) {
        this.groups = groups;
        this.store = store;
        this.tags = tags;
        this.clock = clock;
        groups.all().forEach(group -> tags.register(group.arn(), Tags.NONE));
    }

    public void addTo(Operations operations) {
        operations
                .add("GetGroups", this::getGroups)
                .add("GetGroup", input -> GroupOutput.group(find(input)))
                .addChange("CreateGroup", this::createGroup)
                .addChange("UpdateGroup", this::updateGroup)
                .addChange("DeleteGroup", this::deleteGroup);
    }

    private Output getGroups(Input input) {
        if (input.has("NextToken")) {
            throw ApiException.invalid("Next Token not supported");
        }
        return GroupOutput.groups(groups.all());
    }

    private synchronized Output createGroup(Input input) {
        CreateGroupRequest request = CreateGroupRequest.of(input);
        if (groups.named(request.name()).isPresent()) {
            throw ApiException.invalid(request.name() + " already exists");
        }
        if (groups.isFull()) {
            throw ApiException.invalid("There can be at most " + Groups.MAX_CUSTOM + " groups besides Default");
        }
        InsightsConfiguration insights = request.insights();
        Group group = checked(() ->
                groups.create(request.name(), request.filterExpression(), insights.enabled(), insights.notifies()));
        tags.register(group.arn(), request.tags());
        return GroupOutput.group(group);
    }

    private synchronized Output updateGroup(Input input) {
        UpdateGroupRequest request = UpdateGroupRequest.of(input, groups);
        Group group = request.group();
        if (request.changesFilter()) {
            checked(() -> {
                groups.setFilter(group.name(), request.filterExpression(), clock.millis());
                return group;
            });
        }
        groups.setInsights(
                group.name(), request.insights().enabled(), request.insights().notifies());
        return GroupOutput.group(find(input));
    }

    /** Null only for calls that an earlier version accepted: a group of all traces from its creation on. */
    private static @Nullable String requiredExpression(Input input) {
        String expression = input.text("FilterExpression");
        if (expression != null && !expression.isBlank()) {
            return expression;
        }
        if (input.isReplayed()) {
            return null;
        }
        throw ApiException.invalid("Filter Expression is empty");
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
        tags.unregister(group.arn());
        return new Output();
    }

    private Group find(Input input) {
        return GroupMember.required(input, groups);
    }
}

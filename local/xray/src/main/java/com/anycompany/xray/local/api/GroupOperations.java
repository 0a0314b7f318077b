package com.anycompany.xray.local.api;

import com.anycompany.xray.local.filter.FilterExpressions;
import com.anycompany.xray.local.filter.InvalidFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups: named filter expressions. */
final class GroupOperations {

    private static final int MAX_CUSTOM = 25;
    private static final String ARN = "arn:aws:xray:us-east-1:000000000000:group/";

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final FilterExpressions filters;
    private final Tags tags;

    GroupOperations(FilterExpressions filters, Tags tags) {
        this.filters = filters;
        this.tags = tags;
        put(new Group(Group.DEFAULT, ARN + Group.DEFAULT, null, false, false));
    }

    void addTo(Operations operations) {
        operations
                .add("/Groups", this::getGroups)
                .add("/GetGroup", input -> new Output().put("Group", find(input).output()))
                .add("/CreateGroup", this::createGroup)
                .add("/UpdateGroup", this::updateGroup)
                .add("/DeleteGroup", this::deleteGroup);
    }

    private void put(Group group) {
        groups.put(group.name(), group);
    }

    private synchronized Output getGroups(Input input) {
        if (input.has("NextToken")) {
            throw ApiException.invalid("Next Token not supported");
        }
        return new Output()
                .put("Groups", new ArrayList<>(groups.values()), Group::output)
                .put("NextToken", null);
    }

    private synchronized Output createGroup(Input input) {
        String name = input.requiredText("GroupName");
        if (!name.matches("[a-zA-Z0-9-]{1,32}")) {
            throw ApiException.invalid("GroupName must be 1 to 32 letters, digits or dashes");
        }
        if (groups.containsKey(name)) {
            throw ApiException.invalid(name + " already exists");
        }
        if (groups.size() > MAX_CUSTOM) {
            throw ApiException.invalid("There can be at most " + MAX_CUSTOM + " groups besides Default");
        }
        Group group = configured(name, arn(name), input, null);
        put(group);
        tags.put(group.arn(), input.objects("Tags"));
        return new Output().put("Group", group.output());
    }

    private static String arn(String name) {
        String unique = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .toUpperCase(Locale.ROOT);
        return ARN + name + "/" + (unique + unique).substring(0, 52);
    }

    private synchronized Output updateGroup(Input input) {
        Group group = find(input);
        if (group.name().equals(Group.DEFAULT) && input.has("FilterExpression")) {
            throw ApiException.invalid("The filter expression of the default group cannot be modified");
        }
        Group updated = configured(group.name(), group.arn(), input, group);
        put(updated);
        return new Output().put("Group", updated.output());
    }

    private Group configured(String name, String arn, Input input, @Nullable Group before) {
        String filter = input.has("FilterExpression")
                ? checked(input.requiredText("FilterExpression"))
                : before == null ? null : before.filterExpression();
        Input insights = input.object("InsightsConfiguration");
        if (insights == null) {
            return new Group(
                    name,
                    arn,
                    filter,
                    before != null && before.insightsEnabled(),
                    before != null && before.notificationsEnabled());
        }
        return new Group(name, arn, filter, insights.flag("InsightsEnabled"), insights.flag("NotificationsEnabled"));
    }

    private String checked(String expression) {
        try {
            filters.compile(expression);
            return expression;
        } catch (InvalidFilter e) {
            throw ApiException.invalid(String.valueOf(e.getMessage()));
        }
    }

    private synchronized Output deleteGroup(Input input) {
        Group group = find(input);
        if (group.name().equals(Group.DEFAULT)) {
            throw ApiException.invalid("The default group cannot be deleted");
        }
        groups.remove(group.name());
        tags.forget(group.arn());
        return new Output();
    }

    private synchronized Group find(Input input) {
        String name = input.text("GroupName");
        String arn = input.text("GroupARN");
        return groups.values().stream()
                .filter(group ->
                        group.name().equals(name) || name == null && group.arn().equals(arn))
                .findAny()
                .orElseThrow(() -> ApiException.invalid("Group not found."));
    }

    /** A graph is asked for a group: one that holds all traces will do, another one doesn't exist yet. */
    void requireUnfiltered(Input input) {
        boolean named = input.has("GroupName") || input.has("GroupARN");
        if (named && find(input).filterExpression() != null) {
            throw ApiException.invalid("X-Ray Local does not support graphs of filtered groups yet");
        }
    }
}

package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.protocol.Output;
import java.util.Collection;

/** Groups in the format of the X-Ray API. */
final class GroupOutput {

    private GroupOutput() {}

    /** The answer of GetGroups. */
    static Output groups(Collection<Group> groups) {
        return new Output().put("Groups", groups, GroupOutput::member).put("NextToken", null);
    }

    /** The answer of the operations on one group. */
    static Output group(Group group) {
        return new Output().put("Group", member(group));
    }

    private static Output member(Group group) {
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

package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import java.util.Optional;

/** The members {@code GroupName} and {@code GroupARN} of a request. */
final class GroupMember {

    private GroupMember() {}

    static Group required(Input input, Groups groups) {
        return find(input, groups).orElseThrow(() -> ApiException.invalid("Group not found"));
    }

    /** The group Default, if the request names none. */
    static Group orDefault(Input input, Groups groups) {
        boolean named = input.has("GroupName") || input.has("GroupARN");
        return (named ? find(input, groups) : groups.named(Group.DEFAULT))
                .orElseThrow(() -> ApiException.invalid("Group not found."));
    }

    private static Optional<Group> find(Input input, Groups groups) {
        String name = input.text("GroupName");
        String arn = input.text("GroupARN");
        if (name == null == (arn == null)) {
            throw ApiException.invalid("Provide either GroupName or GroupARN");
        }
        return name != null ? groups.named(name) : withArn(input, String.valueOf(arn), groups);
    }

    /**
     * The ARN that a resource has now. Calls that an earlier version has recorded may name a group by the ARN that it had
     * then: the id at its end was another one, the name is the same.
     */
    static String currentArn(Input input, String arn, Groups groups) {
        return input.isReplayed() ? withArn(input, arn, groups).map(Group::arn).orElse(arn) : arn;
    }

    private static Optional<Group> withArn(Input input, String arn, Groups groups) {
        Optional<Group> group = groups.withArn(arn);
        return group.isPresent() || !input.isReplayed() ? group : groups.named(nameInArn(arn));
    }

    /** {@code checkout} of {@code arn:aws:xray:us-east-1:000000000000:group/checkout/4Y7A…}; empty without a name. */
    private static String nameInArn(String arn) {
        String[] parts = arn.split("/", -1);
        return parts.length == 3 && parts[0].endsWith(":group") ? parts[1] : "";
    }
}

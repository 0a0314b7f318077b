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
        return name != null ? groups.named(name) : groups.withArn(String.valueOf(arn));
    }
}

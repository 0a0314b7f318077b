package com.anycompany.xray.local.trace;

import org.jspecify.annotations.Nullable;

/** Identity of a node in the service graph: two services of one name but of different types are two nodes. */
public record NodeId(
        String name, @Nullable String type, @Nullable String accountId) {

    static final String REMOTE = "remote";

    private static final String CLIENT = "client";

    /** The client node for calls of this one from outside; it has the same name. */
    public NodeId client() {
        return new NodeId(name, CLIENT, accountId);
    }

    /** Whether it is known from its callers only, and isn't an AWS resource. */
    public boolean isRemote() {
        return REMOTE.equals(type);
    }

    public boolean isClient() {
        return CLIENT.equals(type);
    }
}

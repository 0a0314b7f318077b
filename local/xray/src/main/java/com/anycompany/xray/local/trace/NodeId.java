package com.anycompany.xray.local.trace;

import org.jspecify.annotations.Nullable;

/** What makes a node of the service graph itself: two services of one name but of different types are two nodes. */
public record NodeId(
        String name, @Nullable String type, @Nullable String accountId) {

    private static final String CLIENT = "client";

    /** The node that stands for whoever called this one from outside; it bears the same name. */
    public NodeId client() {
        return new NodeId(name, CLIENT, accountId);
    }

    public boolean isClient() {
        return CLIENT.equals(type);
    }
}

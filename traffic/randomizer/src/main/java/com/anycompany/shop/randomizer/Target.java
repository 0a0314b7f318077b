package com.anycompany.shop.randomizer;

/** One running replica of a service that may be killed. */
interface Target {

    /** The name of the service: {@code cartservice}. */
    String service();

    /** Identifies the replica: {@code process 4711}, {@code pod cartservice-7c9f-x2x}. */
    String identity();

    void kill() throws TargetAccessException;

    /** After the kill: whether the service has as many healthy replicas again as it had before. */
    boolean isReplaced() throws TargetAccessException;
}

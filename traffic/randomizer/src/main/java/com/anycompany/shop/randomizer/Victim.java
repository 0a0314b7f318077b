package com.anycompany.shop.randomizer;

/** One running replica of a service that may be killed. */
interface Victim {

    /** What people call the service: {@code cartservice}. */
    String service();

    /** Which one of its replicas: {@code process 4711}, {@code pod cartservice-7c9f-x2x}. */
    String identity();

    void kill() throws Obstacle;

    /** After the kill: whether the service has as many healthy replicas again as it had before. */
    boolean isReplaced() throws Obstacle;
}

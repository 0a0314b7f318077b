package com.anycompany.shop.launcher.supervise;

import java.time.Duration;

/** A running process as the life cycle sees it; tests put fakes here. */
public interface Child {

    boolean isAlive();

    /** How it ended; only once it isn't alive any more. */
    int exitCode();

    /** Asks it to stop (SIGTERM), waits, and kills it when it doesn't. */
    void stop(Duration grace);

    /** Starts one more process of a part. */
    @FunctionalInterface
    interface Launch {
        Child start();
    }

    /** Says whether a part does its work yet. */
    @FunctionalInterface
    interface Probe {
        boolean ready();
    }
}

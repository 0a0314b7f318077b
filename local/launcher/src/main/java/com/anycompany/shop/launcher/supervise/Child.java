package com.anycompany.shop.launcher.supervise;

import java.time.Duration;

/** A child process as {@link PartLifecycle} uses it; an interface so that tests can replace it. */
public interface Child {

    boolean isAlive();

    /** Its exit code; only for a process that has ended. */
    int exitCode();

    /** Sends SIGTERM, waits for the end, and sends SIGKILL after the grace period. */
    void stop(Duration grace);

    /** Starts one more process of a part. */
    @FunctionalInterface
    interface Launch {
        Child start();
    }

    /** Readiness probe of a part. */
    @FunctionalInterface
    interface Probe {
        boolean ready();
    }
}

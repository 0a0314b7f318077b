package com.anycompany.shop.launcher.supervise;

import java.time.Duration;

/** A child process as {@link PartLifecycle} uses it; an interface so that tests can replace it. */
public interface Child {

    boolean isAlive();

    /** How it ended, such as "ended with exit code 137"; only for a process that has ended. */
    String ending();

    /** Whether it ended by SIGTERM; only for a process that has ended. */
    default boolean wasTerminated() {
        return false;
    }

    /**
     * Sends SIGTERM, waits for the end, and sends SIGKILL after the grace period.
     *
     * @return whether it ended without SIGKILL
     */
    boolean stop(Duration grace);

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

package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State machine that keeps one part running; {@link PartState} shows its transitions. It has no thread: {@link #tick} checks the
 * process and makes the next transition, so that a test can drive it with its own clock.
 */
final class PartLifecycle {

    private static final int DEATHS_AT_START = 3;

    private final Part part;
    private final Duration startLimit;
    private final Child.Launch launch;
    private final Child.Probe probe;
    private final PartListener listener;
    private final Clock clock;
    private final Backoff backoff = new Backoff();

    private PartState state = PartState.IDLE;
    private @Nullable Child child;
    private Instant childStarted = Instant.EPOCH;
    private Instant wantedSince = Instant.EPOCH;
    private @Nullable Instant readySince;
    private Instant nextStart = Instant.EPOCH;
    private int deathsAtStart;
    private boolean wasReady;

    /** @param startLimit how long the part may take to become ready before its start counts as failed */
    PartLifecycle(
            Part part,
            Duration startLimit,
            Child.Launch launch,
            Child.Probe probe,
            PartListener listener,
            Clock clock) {
        this.part = part;
        this.startLimit = startLimit;
        this.launch = launch;
        this.probe = probe;
        this.listener = listener;
        this.clock = clock;
    }

    Part part() {
        return part;
    }

    synchronized PartState state() {
        return state;
    }

    /** Starts it, unless the shop is already being stopped. */
    synchronized void start() {
        if (state == PartState.IDLE) {
            wantedSince = clock.instant();
            startChild();
        }
    }

    synchronized void tick() {
        switch (state) {
            case STARTING -> whileStarting(running());
            case READY -> whileReady(running());
            case BACKING_OFF -> whileBackingOff();
            case IDLE, FAILED, STOPPED -> {}
        }
    }

    synchronized void stop(Duration grace) {
        state = PartState.STOPPED;
        if (child != null) {
            child.stop(grace);
        }
    }

    private void whileStarting(Child running) {
        if (!running.isAlive()) {
            diedAtStart(running);
        } else if (probe.ready()) {
            ready();
        } else if (sinceChildStarted().compareTo(startLimit) > 0) {
            tooSlow(running);
        }
    }

    private void whileReady(Child running) {
        if (!running.isAlive()) {
            wantedSince = clock.instant();
            backOff("ended with exit code " + running.exitCode());
        }
    }

    private void whileBackingOff() {
        if (!clock.instant().isBefore(nextStart)) {
            startChild();
        }
    }

    private void ready() {
        state = PartState.READY;
        readySince = clock.instant();
        Duration took = Duration.between(wantedSince, readySince);
        if (wasReady) {
            listener.recovered(part, took);
        } else {
            wasReady = true;
            listener.ready(part, took);
        }
    }

    private void diedAtStart(Child dead) {
        String how = "ended with exit code " + dead.exitCode();
        deathsAtStart++;
        if (!wasReady && deathsAtStart >= DEATHS_AT_START) {
            fail(how + " while starting, " + deathsAtStart + " times");
        } else {
            backOff(how + " while starting");
        }
    }

    private void tooSlow(Child running) {
        running.stop(Duration.ZERO);
        String how = "isn't ready after " + startLimit.toSeconds() + " s";
        if (wasReady) {
            backOff(how);
        } else {
            fail(how);
        }
    }

    private void backOff(String how) {
        Instant now = clock.instant();
        Duration wait = backoff.afterServing(readySince == null ? Duration.ZERO : Duration.between(readySince, now));
        nextStart = now.plus(wait);
        state = PartState.BACKING_OFF;
        listener.died(part, how, wait);
    }

    private void fail(String how) {
        state = PartState.FAILED;
        listener.failed(part, how);
    }

    private void startChild() {
        childStarted = clock.instant();
        readySince = null;
        child = launch.start();
        state = PartState.STARTING;
    }

    private Duration sinceChildStarted() {
        return Duration.between(childStarted, clock.instant());
    }

    private Child running() {
        if (child == null) {
            throw new IllegalStateException(part.name() + " is " + state + " without a process");
        }
        return child;
    }
}

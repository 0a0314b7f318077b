package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State machine that keeps one part running; {@link PartState} shows its transitions. It has no thread: {@link #tick} checks the
 * process and makes the next transition, so that a test can drive it with its own clock.
 *
 * <p>A part that isn't ready in time is started again with twice the time (docs/adr/048-launcher-keeps-what-serves.md). While a
 * part that it needs is away, its time stands still.
 */
final class PartLifecycle {

    private static final int DEATHS_AT_START = 3;
    private static final int LONGEST_START = 4;
    private static final Duration UNTIL_THE_STOP_BEGINS = Duration.ofMillis(500);

    private final Part part;
    private final Duration startLimit;
    private final Child.Launch launch;
    private final Child.Probe probe;
    private final PartListener listener;
    private final Clock clock;
    private final Backoff backoff = new Backoff();

    private List<PartLifecycle> needed = List.of();
    private volatile PartState state = PartState.IDLE;
    private @Nullable Child child;
    private Instant lastTick = Instant.EPOCH;
    private Instant childStarted = Instant.EPOCH;
    private Duration starting = Duration.ZERO;
    private Duration limit;
    private Instant wantedSince = Instant.EPOCH;
    private @Nullable Instant readySince;
    private @Nullable Instant seenTerminated;
    private Instant nextStart = Instant.EPOCH;
    private int deathsAtStart;
    private boolean wasReady;
    private volatile boolean overdue;

    /** @param startLimit how long the part may take to become ready before it is started again */
    PartLifecycle(
            Part part,
            Duration startLimit,
            Child.Launch launch,
            Child.Probe probe,
            PartListener listener,
            Clock clock) {
        this.part = part;
        this.startLimit = startLimit;
        this.limit = startLimit;
        this.launch = launch;
        this.probe = probe;
        this.listener = listener;
        this.clock = clock;
    }

    /** Names the parts without which this one can't become ready; to be called before the start. */
    void needs(List<PartLifecycle> others) {
        this.needed = others;
    }

    Part part() {
        return part;
    }

    PartState state() {
        return state;
    }

    /** Whether it has missed its time, or died again and again, and isn't ready yet; it is still being tried. */
    boolean isOverdue() {
        return overdue;
    }

    /** Starts it, unless the shop is already being stopped. */
    synchronized void start() {
        if (state == PartState.IDLE) {
            wantedSince = clock.instant();
            lastTick = wantedSince;
            startChild();
        }
    }

    synchronized void tick() {
        Instant now = clock.instant();
        Duration sinceLastTick = Duration.between(lastTick, now);
        lastTick = now;
        switch (state) {
            case STARTING -> whileStarting(running(), sinceLastTick);
            case READY -> whileReady(running());
            case BACKING_OFF -> whileBackingOff();
            case IDLE, FAILED, STOPPED -> {}
        }
    }

    /** From here on it isn't started again, and its end is none that is reported. */
    synchronized void retire() {
        state = PartState.STOPPED;
    }

    /** Returns whether its process ended within the grace period, by itself or on request. */
    synchronized boolean stop(Duration grace) {
        retire();
        return child == null || child.stop(grace);
    }

    private void whileStarting(Child running, Duration sinceLastTick) {
        if (needed.stream().allMatch(other -> other.state == PartState.READY)) {
            starting = starting.plus(sinceLastTick);
        }
        if (!running.isAlive()) {
            if (isStoppedWithTheShop(running)) {
                return;
            }
            diedAtStart(running);
        } else if (probe.ready()) {
            ready();
        } else if (starting.compareTo(limit) > 0) {
            tooSlow(running);
        }
    }

    private void whileReady(Child running) {
        if (!running.isAlive() && !isStoppedWithTheShop(running)) {
            wantedSince = clock.instant();
            backOff(running.ending());
        }
    }

    /**
     * Whether its end may be that of the whole shop: SIGTERM to the process group reaches the parts and the launcher at the same
     * moment, and the launcher begins its stop a little later.
     */
    private boolean isStoppedWithTheShop(Child ended) {
        if (!ended.wasTerminated()) {
            return false;
        }
        if (seenTerminated == null) {
            seenTerminated = clock.instant();
        }
        return Duration.between(seenTerminated, clock.instant()).compareTo(UNTIL_THE_STOP_BEGINS) < 0;
    }

    private void whileBackingOff() {
        if (!clock.instant().isBefore(nextStart)) {
            startChild();
        }
    }

    private void ready() {
        state = PartState.READY;
        overdue = false;
        limit = startLimit;
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
        String how = dead.ending() + " while starting";
        deathsAtStart++;
        if (wasReady || deathsAtStart < DEATHS_AT_START) {
            backOff(how);
        } else if (part.stage() == Part.Stage.FOUNDATION) {
            state = PartState.FAILED;
            listener.failed(part, how + ", " + deathsAtStart + " times");
        } else {
            overdue = true;
            backOff(how + ", " + deathsAtStart + " times (./shop logs " + part.name() + ")");
        }
    }

    private void tooSlow(Child running) {
        running.stop(Duration.ZERO);
        overdue = true;
        backOff("isn't ready after " + limit.toSeconds() + " s (./shop logs " + part.name() + ")");
        Duration longest = startLimit.multipliedBy(LONGEST_START);
        limit = limit.multipliedBy(2).compareTo(longest) < 0 ? limit.multipliedBy(2) : longest;
    }

    private void backOff(String how) {
        Instant now = clock.instant();
        Duration wait = backoff.afterLife(readySince == null ? Duration.ZERO : Duration.between(childStarted, now));
        nextStart = now.plus(wait);
        state = PartState.BACKING_OFF;
        listener.died(part, how, wait);
    }

    private void startChild() {
        starting = Duration.ZERO;
        childStarted = clock.instant();
        readySince = null;
        seenTerminated = null;
        child = launch.start();
        state = PartState.STARTING;
    }

    private Child running() {
        if (child == null) {
            throw new IllegalStateException(part.name() + " is " + state + " without a process");
        }
        return child;
    }
}

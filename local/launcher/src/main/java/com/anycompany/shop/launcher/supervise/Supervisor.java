package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.Part.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Starts the parts stage by stage, keeps them running, and stops them in reverse order. A part that isn't ready in time holds
 * up the next stages only if one of their parts needs it; otherwise the shop opens without it, and it is tried again meanwhile.
 */
public final class Supervisor {

    private static final Duration STEP = Duration.ofMillis(50);

    private final List<PartLifecycle> lifecycles;
    private final Set<String> neededByOthers;
    private final ScheduledExecutorService ticks;

    private volatile boolean stopping;

    public Supervisor(List<PartLifecycle> lifecycles) {
        this.lifecycles = lifecycles;
        this.neededByOthers = lifecycles.stream()
                .flatMap(lifecycle -> lifecycle.part().needs().stream())
                .collect(Collectors.toSet());
        this.ticks = Executors.newScheduledThreadPool(Math.min(4, lifecycles.size()), Supervisor::daemon);
    }

    /**
     * Returns true when everything is ready but for the parts in {@link #notReady}, false as soon as one part has failed or the
     * shop is being stopped.
     */
    public boolean start() throws InterruptedException {
        for (Stage stage : Stage.values()) {
            List<PartLifecycle> members = of(stage);
            members.forEach(this::start);
            while (!members.stream().allMatch(this::isDone)) {
                if (stopping || members.stream().anyMatch(member -> member.state() == PartState.FAILED)) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
            }
        }
        return !stopping;
    }

    /** The names of the parts that are being tried again. */
    public List<String> notReady() {
        return lifecycles.stream()
                .filter(PartLifecycle::isOverdue)
                .map(lifecycle -> lifecycle.part().name())
                .toList();
    }

    /** Does something else again and again while the shop runs; an exception ends it. */
    public void every(Duration pause, Runnable work) {
        ticks.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Stops the parts, the last stage first.
     *
     * @param grace how long each part may take to end by itself before it is killed
     * @return whether none had to be killed
     */
    public boolean stop(Duration grace) {
        stopping = true;
        lifecycles.forEach(PartLifecycle::retire);
        boolean allEnded = true;
        Stage[] stages = Stage.values();
        for (int i = stages.length - 1; i >= 0; i--) {
            allEnded &= stopTogether(of(stages[i]), grace);
        }
        ticks.shutdownNow();
        return allEnded;
    }

    private boolean isDone(PartLifecycle lifecycle) {
        return lifecycle.state() == PartState.READY
                || (lifecycle.isOverdue()
                        && !neededByOthers.contains(lifecycle.part().name()));
    }

    private void start(PartLifecycle lifecycle) {
        lifecycle.start();
        ticks.scheduleWithFixedDelay(lifecycle::tick, STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean stopTogether(List<PartLifecycle> members, Duration grace) {
        AtomicInteger ended = new AtomicInteger();
        List<Thread> threads = members.stream()
                .map(m -> new Thread(() -> ended.addAndGet(m.stop(grace) ? 1 : 0)))
                .toList();
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended.get() == members.size();
    }

    private List<PartLifecycle> of(Stage stage) {
        return lifecycles.stream().filter(l -> l.part().stage() == stage).toList();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, "supervisor", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    }
}

package com.anycompany.xray.local;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scheduler of periodic tasks. A task that fails is logged and runs again. */
final class BackgroundTasks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        return thread;
    });

    /** @param name for the log, such as "evicting old traces" */
    void schedule(String name, long periodMillis, Runnable task) {
        threads.scheduleWithFixedDelay(() -> run(name, task), periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    /** Catches errors, too: the executor never repeats a task that throws, and a lack of memory may be temporary. */
    private static void run(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", name, e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}

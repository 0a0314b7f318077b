package com.anycompany.service.spring.dynamodb;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Periodic check of the tables after the start, on a thread of its own: keeps readiness correct and creates missing tables
 * again. One failed call is ignored; after two in a row the service isn't ready.
 */
final class TableWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TableWatch.class);
    private static final int FAILURES = 2;

    private final TableInitializer tables;
    private final Duration interval;
    private final ApplicationEventPublisher publisher;
    private @Nullable ScheduledExecutorService thread;
    private int failures;

    TableWatch(TableInitializer tables, Duration interval, ApplicationEventPublisher publisher) {
        this.tables = tables;
        this.interval = interval;
        this.publisher = publisher;
    }

    /** Checks the tables once. */
    void look() {
        if (!tables.hasStarted()) {
            return;
        }
        try {
            boolean usable = tables.check(created -> publisher.publishEvent(new TablesCreatedEvent(created)));
            failures = 0;
            report(usable, "it is being created");
        } catch (SdkException | ThrottledException e) {
            failures++;
            if (failures >= FAILURES) {
                report(false, String.valueOf(e.getMessage()));
            }
        } catch (RuntimeException e) {
            log.error("The tables can't be checked", e);
        }
    }

    private void report(boolean usable, String reason) {
        if (usable != tables.isActive()) {
            if (usable) {
                log.info("All tables can be used again");
            } else {
                log.warn("Not ready, since a table can't be used: {}", reason);
            }
            tables.active(usable);
        }
    }

    @Override
    public synchronized void start() {
        if (interval.isZero() || thread != null) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread created = new Thread(task, "table-watch");
            created.setDaemon(true);
            return created;
        });
        started.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}

package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.XRayEvents;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Sends kills and recoveries to X-Ray Local's event list, on a thread of its own, because the time of a recovery is being
 * measured. Delivery isn't guaranteed: the first failure is reported, later ones are not.
 */
final class EventReporter implements ChaosListener, AutoCloseable {

    private static final Duration LAST_EVENT_TIMEOUT = Duration.ofSeconds(2);

    private final XRayEvents events;
    private final boolean recoveriesToo;
    private final ChaosListener next;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(EventReporter::daemon);
    private boolean failureReported;

    /**
     * @param xray its address, such as {@code http://localhost:2000}
     * @param recoveriesToo false where the targets' supervisor already reports them
     */
    EventReporter(URI xray, boolean recoveriesToo, ChaosListener next) {
        this.events = new XRayEvents(xray);
        this.recoveriesToo = recoveriesToo;
        this.next = next;
    }

    @Override
    public void wouldKill(Target target) {
        next.wouldKill(target);
    }

    @Override
    public void killed(Target target, Instant at) {
        next.killed(target, at);
        String detail = target.identity() + ", by the randomizer";
        send(() -> events.post(at, XRayEvents.Type.CHAOS, target.service() + " was killed", detail));
    }

    @Override
    public void back(Target target, Duration took) {
        next.back(target, took);
        if (recoveriesToo) {
            post(XRayEvents.Type.RECOVERED, target.service() + " is back", "after " + Durations.seconds(took));
        }
    }

    @Override
    public void notBack(Target target, Duration timeout) {
        next.notBack(target, timeout);
        post(XRayEvents.Type.DOWN, target.service() + " is not back", "after " + Durations.seconds(timeout));
    }

    @Override
    public void failed(String what) {
        next.failed(what);
    }

    /** Waits a moment for the last event. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            sender.awaitTermination(LAST_EVENT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(XRayEvents.Type type, String title, String detail) {
        send(() -> events.post(type, title, detail));
    }

    private void send(Post event) {
        sender.execute(() -> {
            try {
                event.send();
            } catch (IOException e) {
                reportOnce(e);
            }
        });
    }

    private synchronized void reportOnce(IOException failure) {
        if (!failureReported) {
            failureReported = true;
            next.failed("X-Ray Local at " + events.address() + " doesn't receive events: it " + failure.getMessage());
        }
    }

    /** An event on its way. */
    private interface Post {
        void send() throws IOException;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "events");
        thread.setDaemon(true);
        return thread;
    }
}

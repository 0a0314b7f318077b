package com.anycompany.xray.spring;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.HttpRetryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Logback appender that sends the records of traced requests to X-Ray Local on a thread of its own. The other appenders write every
 * record all the same. While the receiver is away, records wait in a queue, whose oldest ones leave; a request never waits.
 */
final class LogShipping extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final int BATCH = 200;
    private static final int GATHER_MILLIS = 200;
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(30);
    private static final long CLOSE_MILLIS = 3000;

    private final Logger root;
    private final LogSender sender;
    private final Duration firstBackoff;
    private final BlockingQueue<ILoggingEvent> waiting;
    private final Thread thread = new Thread(this::sendAll, "xray-logs");
    private volatile boolean closing;

    private LogShipping(LoggerContext logback, LogSender sender, int queue, Duration firstBackoff) {
        this.root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        this.sender = sender;
        this.firstBackoff = firstBackoff;
        this.waiting = new ArrayBlockingQueue<>(queue);
        setContext(logback);
        setName("xray-logs");
    }

    /** @param firstBackoff after a failure; it doubles with each further one */
    static LogShipping start(LoggerContext logback, LogSender sender, int queue, Duration firstBackoff) {
        LogShipping shipping = new LogShipping(logback, sender, queue, firstBackoff);
        shipping.start();
        shipping.thread.setDaemon(true);
        shipping.thread.start();
        shipping.root.addAppender(shipping);
        return shipping;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getMDCPropertyMap().containsKey(TraceIdInLogs.KEY)) {
            return;
        }
        event.prepareForDeferredProcessing();
        while (!waiting.offer(event)) {
            waiting.poll();
        }
    }

    private void sendAll() {
        List<ILoggingEvent> batch = new ArrayList<>();
        try {
            while (!closing) {
                gather(batch);
                send(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            sendOnce(batch);
        }
        for (batch.clear(); waiting.drainTo(batch, BATCH) > 0; batch.clear()) {
            if (!sendOnce(batch)) {
                return;
            }
        }
    }

    /** What comes shortly after the first record goes with it. */
    private void gather(List<ILoggingEvent> batch) throws InterruptedException {
        batch.add(waiting.take());
        TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        waiting.drainTo(batch, BATCH - 1);
    }

    private boolean sendOnce(List<ILoggingEvent> batch) {
        try {
            if (!batch.isEmpty()) {
                sender.send(batch);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private void send(List<ILoggingEvent> batch) throws InterruptedException {
        Duration backoff = firstBackoff;
        while (true) {
            try {
                sender.send(batch);
                return;
            } catch (JsonProcessingException | HttpRetryException | RuntimeException e) {
                addWarn("Log records can't be sent, now or later", e);
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(backoff.toMillis());
                Duration doubled = backoff.multipliedBy(2);
                backoff = doubled.compareTo(MAX_BACKOFF) < 0 ? doubled : MAX_BACKOFF;
            }
        }
    }

    /** Waits shortly for one more attempt to send what is left. */
    @Override
    public void close() throws InterruptedException {
        root.detachAppender(this);
        stop();
        closing = true;
        thread.interrupt();
        thread.join(CLOSE_MILLIS);
    }
}
